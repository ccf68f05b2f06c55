"""Questions about the numbers of a calling code, as trees over their digits.

A tree is a leaf or a tuple of ten trees, one for each next digit. A leaf holds the answer for
each length that a number can still have: `((length, answer), …)`. Lengths that no fixed line
and no mobile has are never asked for, since such a number is an error already; nor is a
leading 0 where numbers have none.
"""

from functools import lru_cache

from verdicts import Verdict, Verdicts


class Leaf(tuple):
    """The answers for the lengths that are left."""


def uniform(tree):
    """The tree with one answer in each leaf, whatever the length: the greatest."""
    if not isinstance(tree, Leaf):
        return tuple(map(uniform, tree))
    answer = max(answer for _, answer in tree)
    return Leaf((length, answer) for length, _ in tree)


def agrees(tree, exact):
    """Whether a tree gives the answers of another one, wherever that one has an answer."""
    if isinstance(exact, Leaf) and isinstance(tree, Leaf):
        given = dict(tree)
        return all(answer in (None, given[length]) for length, answer in exact)
    pairs = zip(
        [tree] * 10 if isinstance(tree, Leaf) else tree,
        [exact] * 10 if isinstance(exact, Leaf) else exact,
    )
    return all(agrees(*pair) for pair in pairs)


def trees(code, questions):
    """For each question the tree. A question is a function from a verdict to an answer."""
    verdicts = Verdicts(code)
    nothing = {question: question(Verdict()) for question in questions}

    @lru_cache(None)
    def answers(state, depth, question):
        """The tree below a state, after so many digits."""
        lengths = [length for length in code.lengths if length >= depth]
        end = question(verdicts.verdict(state, depth)) if depth in lengths else None
        longer = [length for length in lengths if length > depth]
        if not longer:
            return Leaf((length, end) for length in lengths)
        if verdicts.is_dead(state):
            return Leaf((length, end if length == depth else nothing[question]) for length in lengths)
        below = [answers(verdicts.step(state, digit), depth + 1, question) for digit in range(10)]
        if depth == 0 and not code.has_zeros:
            below[0] = below[1]
        if all(tree == below[0] for tree in below) and isinstance(below[0], Leaf):
            shared = dict(below[0])
            return Leaf((length, end if length == depth else shared[length]) for length in lengths)
        if end:
            raise ValueError(f"+{code.number}: a number ends where a longer one goes on to differ")
        return tuple(below)

    return [answers(verdicts.start, 0, question) for question in questions]
