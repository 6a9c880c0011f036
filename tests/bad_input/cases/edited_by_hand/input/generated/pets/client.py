# my own client
