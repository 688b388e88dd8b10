"""An opening as sections of plain rows, each answer with what follows from it. For controllers/openings."""

from dataclasses import dataclass
from datetime import date

from interviewer_app import labels
from interviewer_app.controllers.forms import FieldKind, FormField, FormRow, LabelPlace, Remark, RemarkTone
from interviewer_app.controllers.openings import sentences as words
from interviewer_app.controllers.openings.fields import caution, choice, line, long, yes_no
from interviewer_app.controllers.openings.views import SectionView
from interviewer_app.domain.kits.checklist import Checklist
from interviewer_app.domain.kits.kit import Kit, Level, RoleProfile, Stage
from interviewer_app.domain.openings.locking import UsedKit
from interviewer_app.domain.openings.loop import LoopReport
from interviewer_app.domain.openings.opening import (
    OUTCOME_WORDS,
    PICKER_PARTS,
    Answer,
    DataLine,
    Missing,
    Modelling,
    OpeningSheet,
    Output,
    Product,
    Purpose,
    SubjectKind,
    complete,
    words_in,
)
from interviewer_app.domain.openings.proposal import Proposal
from interviewer_app.domain.openings.rules import OpeningRules
from interviewer_app.text import _


@dataclass(frozen=True, slots=True)
class OpeningFindings:
    """An opening and all that is computed about it. `shelf` are the kits there are, by stage in order.

    `editions` are the kits used per stage with who had them; `waiting` the days a call waits for scores.
    """

    title: str
    level: Level
    genai: bool
    sheet: OpeningSheet
    proposal: Proposal
    profile: RoleProfile | None
    loop: LoopReport
    shelf: tuple[Kit, ...]
    editions: tuple[tuple[Stage, tuple[UsedKit, ...], bool], ...]
    rules: OpeningRules
    checklists: tuple[Checklist, ...]
    today: date
    waiting: int = 0


def role(facts: OpeningFindings) -> SectionView:
    """The role picker and what it proposes (S-11 to S-16, S-19, S-96)."""
    picker = facts.sheet.picker
    regulated = {None: "", True: "yes", False: "no"}[picker.regulated]
    rows = (
        FormRow("title", _("Title"), (line("title", _("Title"), facts.title, _("Title of the position")),)),
        FormRow("level", _("Level"), (_level(facts.level), _genai(facts.genai))),
        FormRow(
            "output",
            _("Will build"),
            (choice("picker.output", _("Will build"), Output, words.output, picker.output),),
            remarks=(Remark(words.output_hint(picker.output)),),
        ),
        FormRow(
            "product",
            _("For"),
            (choice("picker.product", _("Kind of product"), Product, words.product, picker.product),),
        ),
        FormRow(
            "modelling",
            _("Models"),
            (choice("picker.modelling", _("Models"), Modelling, words.modelling, picker.modelling),),
        ),
        FormRow(
            "regulated",
            _("Regulated domain"),
            (yes_no("picker.regulated", _("Regulated domain"), regulated),),
            remarks=(Remark(_("Health, insurance, finance and the like: decisions must be explained.")),),
        ),
        FormRow(
            "subject",
            _("To be rated"),
            (choice("subject", _("To be rated"), SubjectKind, words.subject, facts.sheet.subject),),
            remarks=_subject_remark(facts.sheet.subject),
        ),
        *_proposed(facts),
    )
    missing = PICKER_PARTS & set(complete(facts.sheet))
    if facts.sheet.waived.strip():
        # What will be built is asked even so.
        missing &= {Missing.OUTPUT}
    return SectionView("role", _("Role"), rows, len(missing))


def scope(facts: OpeningFindings) -> SectionView:
    """The scope sheet (S-117, S-125 to S-130), or why there is none."""
    s, missing = facts.sheet.scope, set(complete(facts.sheet))
    rows = (
        FormRow(
            "goal",
            _("Goal"),
            (long("scope.goal", _("Goal"), s.goal, _("Which work gets better, by how much, by when")),),
            remarks=_goal_remark(missing),
        ),
        FormRow(
            "purpose",
            _("Purpose of the AI"),
            (choice("scope.purpose", _("Purpose of the AI"), Purpose, words.purpose, s.purpose),),
        ),
        FormRow("data", _("Data"), place=LabelPlace.HEADING),
        _data("sources", _("Sources exist"), s.sources),
        _data("approved", _("Approved for this use"), s.approved),
        _data("privacy", _("Privacy rules known"), s.privacy),
        FormRow("targets", _("It worked when"), place=LabelPlace.HEADING),
        _target("effect", _("Business effect"), s.targets.effect),
        _target("quality", _("Quality of answers"), s.targets.quality),
        _target("adoption", _("Used by"), s.targets.adoption),
        _target("cost", _("Cost at most"), s.targets.cost),
        FormRow(
            "owner_after",
            _("Owner after launch"),
            (line("scope.owner_after", _("Owner after launch"), s.owner_after),),
            remarks=caution(
                Missing.OWNER_AFTER in missing, _("Without an owner it decays after the launch.")
            ),
        ),
        FormRow(
            "outcome",
            _("Outcome statement"),
            (
                long(
                    "scope.outcome",
                    _("Outcome statement"),
                    s.outcome,
                    _("Feature, figure, cost limit, owner"),
                ),
            ),
            remarks=_outcome_remark(s.outcome),
        ),
        FormRow(
            "draft",
            "",
            (FormField("draft", FieldKind.BUTTON, _("Draft it"), _("Draft it from the answers")),),
        ),
        *_waiver(facts.sheet),
    )
    left = len(missing - PICKER_PARTS)
    return SectionView("scope", _("Scope"), rows, 0 if facts.sheet.waived.strip() else left)


def drafted(title: str, sheet: OpeningSheet) -> str:
    """An outcome statement put together from the answers: work, figure, cost limit, owner (S-129)."""
    s = sheet.scope
    parts = [_("{title}: {goal}.").format(title=title.strip() or _("This position"), goal=s.goal.strip(" ."))]
    if s.targets.quality.strip():
        parts.append(_("Quality: {what}.").format(what=s.targets.quality.strip(" .")))
    if s.targets.cost.strip():
        parts.append(_("Cost at most {what}.").format(what=s.targets.cost.strip(" .")))
    if s.owner_after.strip():
        parts.append(_("After launch it belongs to {who}.").format(who=s.owner_after.strip(" .")))
    return " ".join(" ".join(parts).split()[:OUTCOME_WORDS])


# -- parts


def _proposed(facts: OpeningFindings) -> tuple[FormRow, ...]:
    made = facts.proposal
    head = FormRow("follows", _("What follows"), place=LabelPlace.HEADING)
    if not made.role or facts.profile is None:
        return (head, FormRow("follows.none", "", text=_("Nothing yet: say what will be built.")))
    kits = {kit.id: kit for kit in facts.shelf}
    lines = [
        _("{stage}: {kit}").format(stage=labels.stage(stage), kit=kits[kit_id].title)
        for stage, kit_id in made.kits
        if kit_id in kits
    ]
    floors = ", ".join(f"{letter} {floor}" for letter, floor in made.floors)
    reasons = tuple(
        Remark(words.because(b), RemarkTone.CAUTION if b.warning else RemarkTone.GOOD) for b in made.because
    )
    return (
        head,
        FormRow("follows.role", _("Role"), text=f"{facts.profile.title}. {facts.profile.mapping}"),
        FormRow("follows.duties", _("Will do"), text="\n".join(facts.profile.duties)),
        FormRow("follows.kits", _("Kits"), text="\n".join(lines)),
        FormRow("follows.floors", _("Floors"), text=floors),
        *(
            FormRow(f"because.{at}", _("Because") if not at else "", remarks=(reason,))
            for at, reason in enumerate(reasons)
        ),
    )


def _subject_remark(kind: SubjectKind) -> tuple[Remark, ...]:
    if kind is SubjectKind.PERSON:
        return ()
    return (Remark(_("The packet says so, and nobody is compared with a person.")),)


def _goal_remark(missing: set[Missing]) -> tuple[Remark, ...]:
    if Missing.GOAL in missing:
        return (
            Remark(_("A vague wish cannot be hired for: name the work and a figure."), RemarkTone.CAUTION),
        )
    if Missing.GOAL_NUMBER in missing:
        return (
            Remark(_("How much? Without a number nobody will know whether it worked."), RemarkTone.CAUTION),
        )
    return (Remark(_("It holds a figure, so it can be measured."), RemarkTone.GOOD),)


def _outcome_remark(outcome: str) -> tuple[Remark, ...]:
    count = words_in(outcome)
    said = _("{n} of at most {most} words; it is read aloud in the first conversation.").format(
        n=count, most=OUTCOME_WORDS
    )
    return (Remark(said, RemarkTone.CAUTION if count > OUTCOME_WORDS else RemarkTone.PLAIN),)


def _waiver(sheet: OpeningSheet) -> tuple[FormRow, ...]:
    offered = tuple((reason, reason) for reason in words.waivers())
    remark = _("The packet says that there was no scope sheet, and why.")
    return (
        FormRow("waive", _("Or go on without it"), place=LabelPlace.HEADING),
        FormRow(
            "waived.usual",
            _("Usual reason"),
            (FormField("waived.usual", FieldKind.CHOICE, _("Usual reason"), sheet.waived, offered),),
        ),
        FormRow(
            "waived",
            _("Waived because"),
            (line("waived", _("Waived because"), sheet.waived, _("Empty: not waived")),),
            remarks=(Remark(remark, RemarkTone.CAUTION if sheet.waived.strip() else RemarkTone.PLAIN),),
        ),
    )


def _data(name: str, label: str, known: DataLine) -> FormRow:
    answer = choice(f"scope.{name}.answer", label, Answer, words.answer, known.answer)
    owner = line(
        f"scope.{name}.owner", _("{what}: who knows").format(what=label), known.owner, _("Who knows")
    )
    late = known.answer in (Answer.NO, Answer.UNKNOWN)
    remarks = caution(late, _("Found out late, this is what stops projects: give it an owner and a date."))
    return FormRow(f"scope.{name}", label, (answer, owner), remarks=remarks)


def _target(name: str, label: str, value: str) -> FormRow:
    return FormRow(f"target.{name}", label, (line(f"scope.target.{name}", label, value),))


def _level(level: Level) -> FormField:
    options = tuple((one.value, labels.level(one).capitalize()) for one in Level)
    return FormField("level", FieldKind.CHOICE, _("Level"), level.value, options)


def _genai(genai: bool) -> FormField:
    return FormField("genai", FieldKind.TICK, _("GenAI in scope"), "1" if genai else "")
