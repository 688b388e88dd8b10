"""The sample interview. For controllers/library, on first use."""

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.session import new_id
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.phase import Phase
from interviewer_app.exchange.demo import sample
from interviewer_app.kits import library
from interviewer_app.text import _


def make_sample(keeper: Keeper) -> OpenRequest:
    """Store a made-up call, seventeen minutes in, and say where to open it."""
    kit = library.shipped().example
    if kit is None:
        raise Problem(
            _("The kit of the sample interview cannot be read."),
            _("Check the kits: interviewer-app kit check."),
        )
    update = sample(kit.cut(), keeper.clock.now(), new_id)
    keeper.save(update.changes, update.interview)
    return OpenRequest(update.interview.id, Phase.LIVE)
