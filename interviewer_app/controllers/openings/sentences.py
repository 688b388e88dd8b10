"""Words for the answers, reasons and gaps of an opening. For controllers/openings and controllers/prepare."""

from interviewer_app.domain.openings.loop import LoopGap, LoopGapKind
from interviewer_app.domain.openings.opening import (
    Answer,
    Engagement,
    HiringStage,
    Missing,
    Modelling,
    Need,
    Obstacle,
    Output,
    Product,
    ProductPhase,
    Purpose,
    RoleCover,
    SubjectKind,
)
from interviewer_app.domain.openings.proposal import ProposalReason, ProposalReasonKind
from interviewer_app.text import _, ngettext


def output(value: Output) -> str:
    """What will be built, short enough for a segment."""
    return {
        Output.SERVICES: _("Services"),
        Output.FEATURES: _("Model features"),
        Output.RUNNING: _("Model operation"),
    }[value]


def output_hint(value: Output | None) -> str:
    """What the choice means, in a sentence."""
    return {
        None: _("What will this person build? It decides the role."),
        Output.SERVICES: _("Interfaces, pipelines and links to other systems; models come from others."),
        Output.FEATURES: _("Ranking, scoring, answers: features whose core is a model."),
        Output.RUNNING: _("Putting models live, watching them, and what running them costs."),
    }[value]


def product(value: Product) -> str:
    """The kind of product."""
    return {
        Product.SAAS: _("AI inside a business application"),
        Product.CHATBOT: _("Chat assistant"),
        Product.PREDICTION: _("Forecasts and scores"),
        Product.RECOMMENDER: _("Recommendations"),
        Product.DATA: _("Data-processing back end"),
        Product.AUTOMATION: _("Automation of work steps"),
    }[value]


def modelling(value: Modelling) -> str:
    """Where the models come from."""
    return {
        Modelling.INTEGRATION: _("Ready models are called"),
        Modelling.TRAINING: _("Models are trained here"),
    }[value]


def purpose(value: Purpose) -> str:
    """What the AI is for."""
    return {
        Purpose.EFFICIENCY: _("Less effort"),
        Purpose.CUSTOMERS: _("Better for customers"),
        Purpose.PREDICTION: _("Knowing ahead"),
        Purpose.PRODUCT: _("The product itself"),
    }[value]


def answer(value: Answer) -> str:
    """An answer about data."""
    return {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNKNOWN: _("Unknown")}[value]


def need(value: Need) -> str:
    """How much a skill is needed."""
    return {
        Need.REQUIRED: _("Required"),
        Need.NICE: _("Nice to have"),
        Need.NOT_NEEDED: _("Not needed"),
    }[value]


def cover(value: RoleCover) -> str:
    """Whether somebody has a role."""
    return {RoleCover.HERE: _("Here"), RoleCover.HIRING: _("Being hired"), RoleCover.MISSING: _("Missing")}[
        value
    ]


def subject(value: SubjectKind) -> str:
    """Who is rated."""
    return {
        SubjectKind.PERSON: _("One person"),
        SubjectKind.TEAM: _("A team"),
        SubjectKind.VENDOR: _("A vendor"),
    }[value]


def engagement(value: Engagement) -> str:
    """How the work is bought."""
    return {
        Engagement.FULL_TIME: _("Full-time employment"),
        Engagement.CONTRACT: _("Contract"),
        Engagement.DEDICATED: _("Dedicated team"),
        Engagement.OUTSOURCED: _("Outsourced project"),
        Engagement.HYBRID: _("Own staff and others"),
    }[value]


def engagement_hint(value: Engagement | None) -> str:
    """Where a model helps and where it hurts, in a sentence (S-112)."""
    return {
        None: "",
        Engagement.FULL_TIME: _("For what has to be understood for years; slow to begin, dear to undo."),
        Engagement.CONTRACT: _("For a bounded piece of work; write down the hand-over before it begins."),
        Engagement.DEDICATED: _("For a steady stream of work; somebody here must set its priorities."),
        Engagement.OUTSOURCED: _("For work that can be specified; ask who runs it after delivery."),
        Engagement.HYBRID: _("For a core that stays and peaks that pass; agree who decides what."),
    }[value]


def phase(value: ProductPhase) -> str:
    """Where the product is."""
    return {
        ProductPhase.BASE: _("First year"),
        ProductPhase.GROWTH: _("Years two and three"),
        ProductPhase.CHANGE: _("Later"),
    }[value]


def phase_hint(value: ProductPhase | None) -> str:
    """What a product asks for in a phase, in a sentence (S-102)."""
    return {
        None: "",
        ProductPhase.BASE: _("A stable base: ask for care with what others will build on."),
        ProductPhase.GROWTH: _("Refinement and scale: ask for what was measured and made faster."),
        ProductPhase.CHANGE: _("Deeper change: ask for what was replaced without stopping it."),
    }[value]


def stage(value: HiringStage) -> str:
    """One of the seven stages of hiring."""
    return {
        HiringStage.REQUIREMENTS: _("Requirements"),
        HiringStage.SOURCING: _("Sourcing"),
        HiringStage.SCREEN: _("Screen"),
        HiringStage.TECH: _("Technical interviews"),
        HiringStage.PRACTICAL: _("Practical task"),
        HiringStage.FINAL: _("Last interview"),
        HiringStage.OFFER: _("Offer"),
    }[value]


def obstacle(value: Obstacle) -> str:
    """Why an interview of this opening may not start."""
    return {
        Obstacle.ROLE: _("Say first what this person will build."),
        Obstacle.SCOPE: _("The scope sheet is not complete: fill it in, or waive it with a reason."),
    }[value]


def missing(value: Missing) -> str:
    """One thing a sheet lacks."""
    return {
        Missing.OUTPUT: _("what will be built"),
        Missing.PRODUCT: _("kind of product"),
        Missing.MODELLING: _("where models come from"),
        Missing.REGULATED: _("whether the domain is regulated"),
        Missing.GOAL: _("goal"),
        Missing.GOAL_NUMBER: _("a number in the goal"),
        Missing.PURPOSE: _("purpose"),
        Missing.SOURCES: _("data sources and who knows them"),
        Missing.APPROVED: _("approval of the data and who gives it"),
        Missing.PRIVACY: _("privacy rules and who knows them"),
        Missing.EFFECT: _("business effect"),
        Missing.QUALITY: _("quality aimed at"),
        Missing.ADOPTION: _("use aimed at"),
        Missing.COST: _("cost ceiling"),
        Missing.OWNER_AFTER: _("owner after launch"),
        Missing.OUTCOME: _("outcome statement"),
        Missing.OUTCOME_LONG: _("a shorter outcome statement"),
    }[value]


def because(value: ProposalReason) -> str:
    """A reason or a warning of the proposal."""
    words = {
        ProposalReasonKind.ROLE_SERVICES: _(
            "Services, data and links to other systems: a back-end developer."
        ),
        ProposalReasonKind.ROLE_FEATURES: _(
            "Features with a model at their core: a developer who builds with models."
        ),
        ProposalReasonKind.ROLE_RUNNING: _(
            "Release, watching and cost of models: an engineer who runs them."
        ),
        ProposalReasonKind.ROLE_GENAI: _(
            "Generative AI inside the product: an engineer for such applications."
        ),
        ProposalReasonKind.ROLE_LEAD: _(
            "A lead shapes a platform for several teams, whatever is built first."
        ),
        ProposalReasonKind.KITS_OF_ROLE: _("One kit of this role for each stage."),
        ProposalReasonKind.DESIGN_OF_PRODUCT: _("The design task nearest to this product is in {what}."),
        ProposalReasonKind.GENAI_RAISES_D: _("Generative AI in scope: the floor of {what} is one higher."),
        ProposalReasonKind.SENIOR_RAISES: _("A senior opening: the floors of {what} are one higher."),
        ProposalReasonKind.REGULATED_ADDS: _("A regulated domain: {what} are asked as well."),
        ProposalReasonKind.TRAINING_WEIGHS: _("Models are trained here: {what} weighs double."),
        ProposalReasonKind.FORM_WITHOUT_GENAI: _(
            "No generative AI in scope: prompts about it give way to their partners."
        ),
        ProposalReasonKind.RESEARCH_NOT_NEEDED: _(
            "Ready models are called, yet these ask how models are made: {what}."
        ),
        ProposalReasonKind.NO_KIT: _("No kit here is made for this role."),
    }
    return words[value.why].format(what=value.what)


def gap(value: LoopGap) -> str:
    """A rule the loop breaks."""
    match value.gap:
        case LoopGapKind.NO_SECURITY:
            return _("Generative AI is in scope, and no prompt of the loop is mainly about security.")
        case LoopGapKind.NO_BACKEND:
            return _("No prompt of the loop asks for back-end work.")
        case LoopGapKind.THIN:
            rests = ngettext(
                "Across this opening {letter} rests on {n} prompt.",
                "Across this opening {letter} rests on {n} prompts.",
                value.count,
            )
            return rests.format(letter=value.what, n=value.count)
        case LoopGapKind.NO_MAIN:
            return _("No prompt of the loop is mainly about {letter}.").format(letter=value.what)


def facet(key: str) -> tuple[str, str]:
    """A facet, and the usual failure it guards against (S-124)."""
    return {
        "data": (_("Data"), _("data handled badly")),
        "evaluation": (_("Evaluation"), _("the wrong measure")),
        "failure": (_("Failure"), _("failures nobody looked for")),
        "cost": (_("Cost"), _("cost without a limit")),
    }[key]


def topic(key: str) -> str:
    """A topic of applied experience or a part of a system's life."""
    return {
        "deployed": _("Systems in use"),
        "drift": _("Drift and decay"),
        "latency": _("Speed of answers"),
        "scaling": _("Growing traffic"),
        "pipelines": _("Data pipelines"),
        "monitoring": _("Monitoring"),
        "versioning": _("Versions of models and data"),
        "watch": _("Watching it"),
        "update": _("Updating it"),
        "retrain": _("Training it anew"),
        "cost": _("What it costs"),
        "safety": _("Testing its safety"),
        "handover": _("Handing it on"),
    }[key]


SKILLS = (
    "python",
    "frameworks",
    "rest",
    "databases",
    "auth",
    "cloud",
    "containers",
    "scaling",
    "training-tools",
    "classic-ml",
    "language",
    "preprocessing",
    "deployment",
    "metrics",
    "ai-apis",
)
"""Skills of the coverage list: eight of the back end, seven of AI (S-17)."""

TEAM = ("qa", "devops", "ai", "backend", "architect")
"""Roles a growing platform needs around an opening (S-18)."""

SOURCES = ("networks", "code", "communities", "boards", "agencies", "other")
"""Channels candidates come from (S-110)."""

COSTS = (
    "pay",
    "benefits",
    "onboarding",
    "access",
    "agency",
    "delay",
    "cloud",
    "processing",
    "tools",
    "monitoring",
    "experiments",
    "audits",
    "learning",
)
"""Lines of the cost worksheet (S-139, S-140)."""


def skill(key: str) -> str:
    """A skill of the coverage list."""
    return {
        "python": _("Python in depth"),
        "frameworks": _("A web framework"),
        "rest": _("HTTP interfaces"),
        "databases": _("Relational and document databases"),
        "auth": _("Sign-in and tokens"),
        "cloud": _("A public cloud"),
        "containers": _("Containers"),
        "scaling": _("Design that grows"),
        "training-tools": _("A training library"),
        "classic-ml": _("Classic machine learning"),
        "language": _("Language processing"),
        "preprocessing": _("Preparing data"),
        "deployment": _("Putting models live"),
        "metrics": _("Measures of quality"),
        "ai-apis": _("Interfaces of AI services"),
    }[key]


def team(key: str) -> str:
    """A role around the opening."""
    return {
        "qa": _("Test automation"),
        "devops": _("Platform and operations"),
        "ai": _("AI and ML engineering"),
        "backend": _("Python back end"),
        "architect": _("Senior back-end architecture"),
    }[key]


def source(key: str) -> str:
    """A channel."""
    return {
        "networks": _("Professional networks"),
        "code": _("Code hosting sites"),
        "communities": _("AI communities"),
        "boards": _("Remote job boards"),
        "agencies": _("Agencies"),
        "other": _("Elsewhere"),
    }[key]


def cost(key: str) -> str:
    """A line of the cost worksheet."""
    return {
        "pay": _("Pay"),
        "benefits": _("Benefits"),
        "onboarding": _("First weeks"),
        "access": _("Equipment and access"),
        "agency": _("Agency fees"),
        "delay": _("Delay and starting over after a mismatch"),
        "cloud": _("Cloud"),
        "processing": _("AI processing"),
        "tools": _("Tools"),
        "monitoring": _("Monitoring"),
        "experiments": _("Experiments"),
        "audits": _("Audits"),
        "learning": _("Learning"),
    }[key]


def waivers() -> tuple[str, ...]:
    """The reasons a scope sheet is usually waived for; another one can be typed."""
    return (
        _("The scope is written down elsewhere"),
        _("Same work as an opening filled before"),
        _("The team lead decides on scope this week"),
        _("A trial run of the process"),
    )
