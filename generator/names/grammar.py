"""What has to be known of English to read operation ids and paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBS = """
abort accept acknowledge activate add aggregate allow analyze append apply approve archive assign
associate attach authenticate authorize ban batch block build bulk calculate call cancel capture
change check claim clear clone close commit compare complete compute confirm connect convert copy
count create deactivate decline delete deny deploy deregister describe destroy detach disable
disassociate disconnect dismiss dispatch download drop duplicate edit enable end enroll estimate
evaluate exchange execute expire export extract fetch find finish follow force fork generate get
grant import increment ingest insert install invalidate invite issue join leave like link list load
lock login logout mark merge migrate modify move mute open partial patch pause pin poll post preview
process promote provision publish purge put query read rebuild recover redeliver refresh refund
regenerate register reject release remove rename render renew reopen reorder replace request resend
reserve reset resize resolve restart restore resume retrieve retry reverse review revoke rollback
rotate run save schedule search send set share show sign simulate split star start stop stream
submit subscribe suggest suspend sync synchronize terminate test tokenize track transfer trigger
unarchive unassign unban unblock unfollow uninstall unlink unlock unmute unpin unpublish unregister
unset unshare unstar unsubscribe update upload upsert validate verify view void wait watch withdraw
"""
VERBS = frozenset(_VERBS.split())
GETTERS = frozenset({"get", "read", "fetch", "find", "retrieve", "show", "view"})
_SINGULAR_ENDINGS = ("ss", "us", "is")
_ENDINGS = {"ies": "y", "sses": "ss", "xes": "x", "ches": "ch", "shes": "sh"}
_SHORTEST_ABBREVIATION = 3


def singular(word: str) -> str:
    """Give a noun's singular, by its ending alone."""
    for plural_ending, ending in _ENDINGS.items():
        if word.endswith(plural_ending) and len(word) > len(plural_ending) + 1:
            return word.removesuffix(plural_ending) + ending
    return word if not is_plural(word) else word[:-1]


def is_plural(word: str) -> bool:
    """Tell whether a noun looks like a plural."""
    return word.endswith("s") and len(word) > 1 and not word.endswith(_SINGULAR_ENDINGS)


def same_nouns(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two names mean the same, however they are counted and joined."""
    return bool(first) and _joined(first) == _joined(second)


def front_size(words: Sequence[str], name: Sequence[str]) -> int:
    """Count the words at the front that are a name, some word being left; 0 for none."""
    sizes = (size for size in range(len(words) - 1, 0, -1) if same_nouns(words[:size], name))
    return next(sizes, 0)


def abbreviates(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether one word starts the other: `orgs` for organizations."""
    if len(first) != 1 or len(second) != 1:
        return False
    short, long = sorted((_joined(first), _joined(second)), key=len)
    return len(short) >= _SHORTEST_ABBREVIATION and long.startswith(short)


def _joined(words: Sequence[str]) -> str:
    return "".join(map(singular, words))
