"""The later sections of an opening, from skills to costs. For controllers/openings."""

from collections.abc import Iterable
from dataclasses import replace

from interviewer_app import labels
from interviewer_app.controllers.forms import FieldKind, FormField, FormRow, LabelPlace, Remark, RemarkTone
from interviewer_app.controllers.openings import sentences as words
from interviewer_app.controllers.openings.fields import caution, choice, line, long, number
from interviewer_app.controllers.openings.sections import OpeningFindings
from interviewer_app.controllers.openings.views import SectionView
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.locking import UsedKit
from interviewer_app.domain.openings.loop import AskedTopic
from interviewer_app.domain.openings.opening import (
    MOST_DAYS,
    UNSCORED_DAYS,
    Engagement,
    HiringStage,
    Need,
    ProductPhase,
    RoleCover,
    milestone,
    open_days,
    stage_days,
)
from interviewer_app.text import _, ngettext


def skills(facts: OpeningFindings) -> SectionView:
    """What the work needs, ticked before anybody is searched for (S-17)."""
    known = dict(facts.sheet.skills)
    rows = [
        FormRow(
            "skills",
            _("Skills"),
            place=LabelPlace.HEADING,
            remarks=(
                Remark(_("A name proves nothing: what was done with it is asked, and only that scores.")),
            ),
        )
    ]
    for key in words.SKILLS:
        field = choice(f"skill.{key}", words.skill(key), Need, words.need, known.get(key))
        rows.append(FormRow(f"skill.{key}", words.skill(key), (field,)))
    return SectionView("skills", _("Skills"), tuple(rows))


def team(facts: OpeningFindings) -> SectionView:
    """Who works around the opening, and how the work is bought (S-18, S-102, S-112)."""
    sheet, known = facts.sheet, dict(facts.sheet.team)
    rows = [FormRow("team", _("Team around the role"), place=LabelPlace.HEADING)]
    for key in words.TEAM:
        field = choice(f"team.{key}", words.team(key), RoleCover, words.cover, known.get(key))
        rows.append(FormRow(f"team.{key}", words.team(key), (field,)))
    lacking = [words.team(key) for key in words.TEAM if known.get(key) is RoleCover.MISSING]
    told = _("Nobody has: {roles}. Whoever is hired will do this work as well.")
    rows.append(
        FormRow("team.gap", "", remarks=caution(bool(lacking), told.format(roles=", ".join(lacking))))
    )
    rows += [
        FormRow("work", _("How the work is bought"), place=LabelPlace.HEADING),
        FormRow(
            "engagement",
            _("Engagement"),
            (choice("engagement", _("Engagement"), Engagement, words.engagement, sheet.engagement),),
            remarks=(Remark(words.engagement_hint(sheet.engagement)),),
        ),
        FormRow(
            "phase",
            _("Product phase"),
            (choice("phase", _("Product phase"), ProductPhase, words.phase, sheet.phase),),
            remarks=(Remark(words.phase_hint(sheet.phase)),),
        ),
        FormRow("notes", _("Notes"), (long("notes", _("Notes"), sheet.notes),)),
    ]
    return SectionView("team", _("Team"), tuple(rows))


def stages(facts: OpeningFindings) -> SectionView:
    """Seven stages with days in each, the kits bound to them, and the channels (S-108 to S-111)."""
    sheet = facts.sheet
    spent = {d.stage: d for d in stage_days(sheet, facts.today)}
    begun = dict(sheet.stages)
    rows: list[FormRow] = [FormRow("stages", _("Stages"), place=LabelPlace.HEADING, remarks=_age(facts))]
    for stage in HiringStage:
        days = spent.get(stage)
        text = ""
        if days is not None:
            text = ngettext("{n} day", "{n} days", days.days).format(n=days.days)
            text = _("{days}, now").format(days=text) if days.now else text
        day = line(
            f"stage.{stage}", _("{stage} since").format(stage=words.stage(stage)), begun.get(stage, "")
        )
        today = FormField(f"today.{stage}", FieldKind.BUTTON, _("Begins today"), _("Today"))
        rows.append(FormRow(f"stage.{stage}", words.stage(stage), (_day(day), today), text=text))
    rows.append(FormRow("kits", _("Kits"), place=LabelPlace.HEADING))
    rows += [_kit_row(facts, kind, used, bound=bound) for kind, used, bound in facts.editions]
    rows.append(
        FormRow("sources", _("Where candidates come from"), place=LabelPlace.HEADING, remarks=_sources(facts))
    )
    counted = dict(sheet.sources)
    for key in words.SOURCES:
        field = number(f"source.{key}", words.source(key), counted.get(key, 0))
        rows.append(FormRow(f"source.{key}", words.source(key), (field,)))
    return SectionView("stages", _("Stages"), tuple(rows))


def loop(facts: OpeningFindings) -> SectionView:
    """What the interviews ask for between them (E18, W02, S-09, S-47, S-91, S-124)."""
    report = facts.loop
    rows = [
        FormRow("gaps", _("Across all interviews"), place=LabelPlace.HEADING),
        *(
            FormRow(f"gap.{at}", "", remarks=(Remark(f"{gap.code} {words.gap(gap)}", RemarkTone.CAUTION),))
            for at, gap in enumerate(report.gaps)
        ),
    ]
    if not report.categories:
        rows.append(FormRow("gap.none", "", text=_("No kit is chosen for any stage yet.")))
        return SectionView("loop", _("Loop"), (*rows, *_ticks(facts, facts.rules.opening_lists)))
    if not report.gaps:
        rows.append(FormRow("gap.none", "", text=_("Every category is asked for at least twice.")))
    for load in report.categories:
        prompts = ngettext("{n} prompt", "{n} prompts", load.prompts).format(n=load.prompts)
        text = _("{prompts}, {main} mainly about it, {minutes} min").format(
            prompts=prompts, main=load.main, minutes=load.minutes
        )
        rows.append(FormRow(f"category.{load.letter}", f"{load.letter} {load.title}", text=text))
    rows.append(FormRow("facets", _("Four usual causes of failure"), place=LabelPlace.HEADING))
    for asked in report.facets:
        title, guards = words.facet(asked.key)
        rows.append(_asked(f"facet.{asked.key}", title, asked, _("Against {cause}.").format(cause=guards)))
    rows.append(FormRow("topics", _("Applied experience"), place=LabelPlace.HEADING))
    rows += [_asked(f"topic.{a.key}", words.topic(a.key), a) for a in report.topics]
    rows.append(FormRow("lifecycle", _("Life after launch"), place=LabelPlace.HEADING))
    rows += [_asked(f"life.{a.key}", words.topic(a.key), a) for a in report.lifecycle]
    if report.unprobed_flags:
        rows.append(FormRow("flags", _("Flags no prompt looks for"), place=LabelPlace.HEADING))
        rows.append(FormRow("flags.list", "", text="\n".join(report.unprobed_flags)))
    rows.extend(
        _ticks(facts, (*facts.rules.opening_lists, *(facts.rules.genai_lists if facts.genai else ())))
    )
    return SectionView("loop", _("Loop"), tuple(rows))


def after(facts: OpeningFindings) -> SectionView:
    """The note that stays when somebody was hired (S-131 to S-136)."""
    a = facts.sheet.after
    first = _day(line("after.starts", _("First day"), a.starts))
    rows = [
        FormRow("starts", _("First day"), (first,)),
        FormRow("mentor", _("Mentor"), (line("after.mentor", _("Mentor"), a.mentor),)),
    ]
    for days, value in ((30, a.day30), (60, a.day60), (90, a.day90)):
        due = milestone(a, days)
        remark = () if due is None else (Remark(due.isoformat()),)
        label = _("After {n} days").format(n=days)
        rows.append(FormRow(f"day{days}", label, (long(f"after.day{days}", label, value),), remarks=remark))
    rows += [
        FormRow(
            "growth",
            _("Growth path"),
            (
                long(
                    "after.growth",
                    _("Growth path"),
                    a.growth,
                    _("What was agreed on learning and the next role"),
                ),
            ),
        ),
        _from_interviews(),
        *_ticks(facts, facts.rules.hired_lists),
    ]
    return SectionView("after", _("After the hire"), tuple(rows))


def costs(facts: OpeningFindings) -> SectionView:
    """The cost worksheet; nothing of it is printed (S-139, S-140, P-28)."""
    known = dict(facts.sheet.costs)
    total = sum(known.values())
    rows = [
        FormRow(
            "costs",
            _("Costs a year"),
            place=LabelPlace.HEADING,
            remarks=(Remark(_("For this screen only: no packet and no brief holds them.")),),
        )
    ]
    fields = [number(f"cost.{key}", words.cost(key), known.get(key, 0)) for key in words.COSTS]
    rows += [FormRow(field.key, field.words, (field,)) for field in fields]
    rows.append(FormRow("cost.total", _("In all"), text=f"{total:,}" if total else "–"))
    return SectionView("costs", _("Costs"), tuple(rows))


# -- parts


def _ticks(facts: OpeningFindings, wanted: tuple[str, ...]) -> Iterable[FormRow]:
    """Checklists that are about the opening itself, with the time of each tick."""
    ticked = {(t.list, t.line): t for t in facts.sheet.ticks}
    known = {checklist.id: checklist for checklist in facts.checklists}
    for checklist in (known[name] for name in wanted if name in known):
        yield FormRow(f"list.{checklist.id}", checklist.title, place=LabelPlace.HEADING)
        for entry in checklist.lines:
            tick = ticked.get((checklist.id, entry.id))
            key = f"tick.{checklist.id}.{entry.id}"
            at = f"{tick.at[:10]} {tick.at[11:16]} UTC" if tick is not None else ""
            value = tick.state if tick is not None else ""
            if entry.states:
                options = (("", _("not set")), *((state, state) for state in entry.states))
                field = FormField(key, FieldKind.CHOICE, entry.text, value, options)
            else:
                field = FormField(key, FieldKind.TICK, entry.text, value)
            label = entry.text if entry.states else ""
            yield FormRow(key, label, (field,), remarks=(Remark(at),), place=LabelPlace.ABOVE)


def _from_interviews() -> FormRow:
    field = FormField(
        "gaps", FieldKind.BUTTON, _("Fill in what the interviews left open"), _("Fill in from the interviews")
    )
    said = _("Takes what the last finalised interview that speaks for hiring left open; you edit it.")
    return FormRow("gaps.after", "", (field,), remarks=(Remark(said),))


def gap_words(about: str, why: str) -> str:
    """One thing an interview left open, as the beginning of a goal."""
    reason = {"floor": _("below its floor"), "not_observed": _("not observed")}.get(why, why)
    return f"{about}: {reason}" if about else reason


def _age(facts: OpeningFindings) -> tuple[Remark, ...]:
    """Whether the opening is slow, and whether a call waits for its scores (S-109)."""
    out: list[Remark] = []
    days = open_days(facts.sheet, facts.today)
    if days is not None:
        said = ngettext("Open for {n} day.", "Open for {n} days.", days).format(n=days)
        slow = days > MOST_DAYS
        if slow:
            said += " " + _("More than {n}: good people hold other offers by now.").format(n=MOST_DAYS)
        out.append(Remark(said, RemarkTone.CAUTION if slow else RemarkTone.PLAIN))
    if facts.waiting > UNSCORED_DAYS:
        waits = _("A call has waited {n} days for its scores; memory fades in one.")
        out.append(Remark(waits.format(n=facts.waiting), RemarkTone.CAUTION))
    return tuple(out)


def _kit_row(facts: OpeningFindings, stage: Stage, used: tuple[UsedKit, ...], *, bound: bool) -> FormRow:
    """The kit of a stage: a choice, or the one that binds, and who had which."""
    had = tuple(Remark(edition_words(edition)) for edition in used)
    several = caution(len(used) > 1, _("Candidates of this stage did not all have the same kit."))
    label = labels.stage(stage)
    if bound:
        field = FormField(
            f"release.{stage}", FieldKind.BUTTON, _("Use another kit or form"), _("Use another…")
        )
        return FormRow(f"kit.{stage}", label, (field,), text=lock_words(used), remarks=(*several, *had)[:4])
    chosen = dict(facts.sheet.kits).get(stage) or dict(facts.proposal.kits).get(stage, "")
    options = tuple((kit.id, kit.title) for kit in facts.shelf if kit.stage is stage)
    field = FormField(f"kit.{stage}", FieldKind.CHOICE, label, chosen, (("", _("None")), *options))
    return FormRow(f"kit.{stage}", label, (field,), remarks=(*several, *had)[:4])


def edition_words(edition: UsedKit) -> str:
    """Which kit, and who had it."""
    first = edition.first
    names = ", ".join(use.candidate for use in edition.who[:8])
    rest = len(edition.who) - 8
    more = _(" and {n} more").format(n=rest) if rest > 0 else ""
    return _("{kit} {version}, form {form}: {names}").format(
        kit=first.kit_title, version=first.version, form=first.form.upper(), names=names + more
    )


def lock_words(used: tuple[UsedKit, ...]) -> str:
    """Why the kit of a stage cannot be chosen any more."""
    if not used:
        return ""
    # After a stage was let go a former kit may bind again: it is the one that was used last.
    first = max(used, key=lambda edition: edition.who[-1].started).first
    return _("{kit}, form {form}: everybody of this stage gets what {who} had.").format(
        kit=first.kit_title, form=first.form.upper(), who=first.candidate
    )


def _asked(key: str, label: str, asked: AskedTopic, before: str = "") -> FormRow:
    if not asked.prompts:
        return FormRow(
            key, label, remarks=(Remark(f"{before} {_('Nobody asks.')}".strip(), RemarkTone.CAUTION),)
        )
    return FormRow(key, label, text="; ".join(asked.prompts), remarks=(Remark(before),) if before else ())


def _sources(facts: OpeningFindings) -> tuple[Remark, ...]:
    total = sum(n for _source, n in facts.sheet.sources)
    if not total:
        return (Remark(_("How many candidates came by each; never shown while somebody scores.")),)
    shares = [
        _("{source} {share} %").format(source=words.source(key), share=round(100 * n / total))
        for key, n in sorted(facts.sheet.sources, key=lambda pair: -pair[1])
    ]
    return (Remark(_("{n} candidates: {shares}").format(n=total, shares=", ".join(shares)), RemarkTone.GOOD),)


def _day(field: FormField) -> FormField:
    return replace(field, placeholder=_("YYYY-MM-DD"), limit=10, narrow=True)
