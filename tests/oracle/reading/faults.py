"""A refusal: its code and its path, and the details that the contract asks for."""


class Fault(Exception):
    """Where the documents do not say which, `code` is a set of codes or None, and `path` is None."""

    def __init__(self, code, path, details=None):
        super().__init__(code, path, details)
        self.code, self.path, self.details = code, path, details


class Open(Exception):
    """What the documents do not settle: nothing is compared."""
