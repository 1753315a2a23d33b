"""Git as a program that answers questions about the repository around a folder; nobody else starts it."""
