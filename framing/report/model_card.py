"""The page of a model: what it was trained on, how good it is where, and what not to conclude."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.report.render import environment

_TEMPLATE = "model_card.html.jinja"


def model_card(manifest: Mapping[str, Any]) -> str:
    """Render a model's manifest as one self-contained page.

    Parameters
    ----------
    manifest : mapping
        As `framing.learned.store.save` writes it.

    Returns
    -------
    str
        HTML that makes no request and holds no script.
    """
    return environment().get_template(_TEMPLATE).render(view=manifest)
