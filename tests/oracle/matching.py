"""Expected answers that leave something open, and their comparison with what was answered.

An expected answer is JSON, in which a matcher may stand for any value. An object that was answered may have more members
than expected; a list may not. Each matcher gives an example that it accepts and a value that it refuses.
"""


class Matcher:
    def explain(self, answer, path):
        """Tells why the answer does not match, or None."""
        raise NotImplementedError

    def example(self):
        raise NotImplementedError

    def wrong(self):
        raise NotImplementedError


class OneOf(Matcher):
    def __init__(self, choices):
        self.choices = list(choices)

    def explain(self, answer, path):
        if any(difference(choice, answer, path) is None for choice in self.choices):
            return None
        return f"{path}: none of {len(self.choices)} choices, the first of which: {difference(self.choices[0], answer, path)}"

    def example(self):
        return example(self.choices[0])

    def wrong(self):
        return "wrong"


class Such(Matcher):
    def __init__(self, words, test, example, wrong):
        self.words, self.test, self._example, self._wrong = words, test, example, wrong

    def explain(self, answer, path):
        return None if self.test(answer) else f"{path}: {answer!r} is not {self.words}"

    def example(self):
        return self._example

    def wrong(self):
        return self._wrong


class Unordered(Matcher):
    """A list in any order."""

    def __init__(self, items):
        self.items = items

    def explain(self, answer, path):
        if not isinstance(answer, list) or len(answer) != len(self.items):
            return f"{path}: {answer!r} instead of {example(self.items)!r}"
        left = list(answer)
        for item in self.items:
            place = next((i for i, given in enumerate(left) if difference(item, given) is None), None)
            if place is None:
                return f"{path}: {example(item)!r} not in {answer!r}"
            del left[place]
        return None

    def example(self):
        return example(self.items)

    def wrong(self):
        return example(self.items) + ["one more"]


def a_text():
    return Such("a text", lambda it: isinstance(it, str) and it.strip() != "", "texte", "")


GONE = Such("null or absent", lambda it: it is None, None, {})


def difference(expected, answer, path=""):
    """The first difference, in words, or None."""
    if isinstance(expected, Matcher):
        return expected.explain(answer, path)
    if isinstance(expected, dict):
        if not isinstance(answer, dict):
            return f"{path}: {answer!r} instead of an object"
        for key, value in expected.items():
            if key not in answer and value is not GONE:
                return f"{path}.{key} is absent"
            found = difference(value, answer.get(key), f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(expected, list):
        if not isinstance(answer, list) or len(answer) != len(expected):
            return f"{path}: {answer!r} instead of {example(expected)!r}"
        for place, (one, other) in enumerate(zip(expected, answer)):
            found = difference(one, other, f"{path}[{place}]")
            if found:
                return found
        return None
    if type(expected) is type(answer) and expected == answer:
        return None
    return f"{path}: {answer!r} instead of {expected!r}"


def example(expected):
    """An answer that is as expected."""
    if isinstance(expected, Matcher):
        return expected.example()
    if isinstance(expected, dict):
        return {key: example(value) for key, value in expected.items()}
    if isinstance(expected, list):
        return [example(value) for value in expected]
    return expected


def spoilt(expected):
    """Every answer that differs from the example in one place, each with a name for that place."""
    if isinstance(expected, OneOf):
        yield "one of several", expected.wrong()
    elif isinstance(expected, Matcher):
        yield "a matcher", expected.wrong()
    elif isinstance(expected, dict):
        whole = example(expected)
        for key, value in expected.items():
            for name, part in spoilt(value):
                yield f"{key} {name}", {**whole, key: part}
            if value is not GONE:
                yield f"{key} absent", {other: part for other, part in whole.items() if other != key}
    elif isinstance(expected, list):
        whole = example(expected)
        yield "one more", whole + whole[:1] if whole else ["one more"]
        for place, value in enumerate(expected):
            for name, part in spoilt(value):
                yield f"item {name}", whole[:place] + [part] + whole[place + 1 :]
        if whole:
            yield "one less", whole[1:]
    elif isinstance(expected, bool):
        yield "turned", not expected
    elif expected is None:
        yield "no longer null", "something"
    elif isinstance(expected, str):
        yield "otherwise", expected + "?"
    else:
        yield "more", expected + 1
