"""What the fake of the API is made of, for the tests of those who use the client."""
