"""A refusal: its code and its path, and the details that the contract asks for."""


class Fault(Exception):
    """Where the documents do not say which, `code` is a set of codes or None, and `path` is None."""

    def __init__(self, code, path, details=None):
        super().__init__(code, path, details)
        self.code, self.path, self.details = code, path, details


class Open(Exception):
    """What the documents do not settle: nothing is compared."""


def only(*checks):
    """Makes each check, and returns what they return. Of two faults of one request that no order of the document
    settles, none is compared."""
    results, faults = [], []
    for check in checks:
        try:
            results.append(check())
        except Fault as fault:
            faults.append(fault)
    if len(faults) > 1:
        raise Open("two faults")
    if faults:
        raise faults[0]
    return results
