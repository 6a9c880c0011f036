"""What changes for those who use a client, when its document does."""
