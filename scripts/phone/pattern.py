"""Automata of the regular expressions in Google's metadata, which are about digits only."""

import re
from functools import lru_cache

TOKEN = re.compile(r"\(\?:|[()|?]|\{(\d+)(?:,(\d+))?\}|\[[^\]]*\]|\\d|\d")
ANY_DIGIT = 0b11_1111_1111


class Automaton:
    """A regular expression, run digit by digit. A state is the set of places where one can be."""

    @classmethod
    @lru_cache(None)
    def of(cls, pattern):
        return cls(pattern)

    def __init__(self, pattern):
        # By place: which digits lead to which place, and where one gets without a digit.
        self.steps, self.jumps = [], []
        self.tokens = tokens(pattern)
        self.first = self.place()
        self.last = self.either(self.first)
        if self.tokens:
            raise ValueError(f"{pattern}: cannot read {self.tokens[-1]}")
        self.memo = {}
        self.start = self.closure({self.first})

    def step(self, state, digit):
        """The state after one more digit; empty when nothing can match any more."""
        key = (state, digit)
        if key not in self.memo:
            bit = 1 << digit
            self.memo[key] = self.closure({to for place in state for digits, to in self.steps[place] if digits & bit})
        return self.memo[key]

    def accepts(self, state):
        return self.last in state

    def matches(self, digits):
        state = self.start
        for digit in digits:
            state = self.step(state, int(digit))
        return self.accepts(state)

    def closure(self, places):
        found, todo = set(places), list(places)
        while todo:
            for place in self.jumps[todo.pop()]:
                if place not in found:
                    found.add(place)
                    todo.append(place)
        # What matters is only what can be read next, and whether this may be the end.
        return frozenset(place for place in found if self.steps[place] or place == self.last)

    # Reading the expression: each function takes the place where it begins and gives that
    # where it ends. Tokens are taken from the end of the list.

    def place(self):
        self.steps.append([])
        self.jumps.append([])
        return len(self.steps) - 1

    def peek(self):
        return self.tokens[-1].group() if self.tokens else None

    def either(self, begin):
        end = self.place()
        while True:
            self.jumps[self.sequence(begin)].append(end)
            if self.peek() != "|":
                return end
            self.tokens.pop()

    def sequence(self, begin):
        at = self.place()
        self.jumps[begin].append(at)
        while self.peek() not in (None, "|", ")"):
            at = self.repeated(at)
        return at

    def repeated(self, begin):
        before = list(self.tokens)
        end = self.single(begin)
        least, most = self.times()
        after = list(self.tokens)
        ends = [begin] if least == 0 else []
        for count in range(1, most + 1):
            if count > 1:
                self.tokens = list(before)
                end = self.single(end)
            if count >= least:
                ends.append(end)
        self.tokens = after
        joined = self.place()
        for end in ends:
            self.jumps[end].append(joined)
        return joined

    def times(self):
        if self.peek() == "?":
            self.tokens.pop()
            return 0, 1
        if self.peek() is not None and self.peek().startswith("{"):
            least, most = self.tokens.pop().groups()
            return int(least), int(most or least)
        return 1, 1

    def single(self, begin):
        token = self.tokens.pop().group()
        if token in ("(", "(?:"):
            end = self.either(begin)
            self.tokens.pop()  # the closing bracket
            return end
        end = self.place()
        self.steps[begin].append((digits_of(token), end))
        return end


def tokens(pattern):
    """The tokens of an expression, the last one first."""
    found, at = [], 0
    text = "".join(pattern.split())
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"{text}: cannot read {text[at : at + 10]}")
        found.append(token)
        at = token.end()
    return found[::-1]


def digits_of(token):
    """The digits that a token stands for, a bit each."""
    if token == "\\d":
        return ANY_DIGIT
    if not token.startswith("["):
        return 1 << int(token)
    bits = 0
    for first, last in re.findall(r"(\d)(?:-(\d))?", token.replace("\\d", "0-9")):
        for digit in range(int(first), int(last or first) + 1):
            bits |= 1 << digit
    return bits
