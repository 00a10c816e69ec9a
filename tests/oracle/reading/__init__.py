"""A second reading of the domain: each operation answered by brute force, from the documents and not from the code."""
