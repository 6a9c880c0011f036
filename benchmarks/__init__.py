"""What generating and using a client costs; see README.md."""
