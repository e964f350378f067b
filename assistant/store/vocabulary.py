"""The closed lists of words that topic files may use.

The topic ids and facets are fixed by the project's contract with its users:
they appear in every answer, so a new one is an addition, never a rename.
"""
from enum import Enum


class Facet(str, Enum):
    """What somebody wants to know of a topic."""

    OVERVIEW = "overview"
    PURPOSE = "purpose"
    KEY_POINTS = "key_points"
    CO_PRODUCTION = "co_production"
    DATE = "date"
    WHO = "who"
    RIGHTS_AND_DUTIES = "rights_and_duties"
    HOW_TO = "how_to"
    EXAMPLE = "example"
    IMPACT = "impact"
    SOURCE = "source"
    EASY = "easy"


# These two have no passage of their own: `source` is answered from a topic's
# sources, `easy` from the plain-language version of each passage.
DERIVED_FACETS = (Facet.SOURCE, Facet.EASY)
WRITTEN_FACETS = tuple(facet for facet in Facet if facet not in DERIVED_FACETS)


class Kind(str, Enum):
    """What sort of thing a topic is."""

    ACT = "act"
    DUTY = "duty"
    RIGHT = "right"
    PROCESS = "process"
    REPORT = "report"
    STRATEGY = "strategy"
    FRAMEWORK = "framework"
    STANDARD = "standard"
    GUIDANCE = "guidance"
    PROGRAMME = "programme"
    LANDSCAPE = "landscape"
    PRINCIPLE = "principle"
    CONCEPT = "concept"


class Nation(str, Enum):
    """Where a topic or a passage holds."""

    SCOTLAND = "scotland"
    ENGLAND = "england"
    WALES = "wales"
    NORTHERN_IRELAND = "northern_ireland"
    UK = "uk"
    INTERNATIONAL = "international"


class Standing(str, Enum):
    """What gives a passage its weight, so that a reader can tell law from opinion."""

    LAW = "law"  # an Act or regulations say it
    GUIDANCE = "guidance"  # statutory or official guidance, standards, a code
    POLICY = "policy"  # a government's plan, strategy or stated position
    RECORD = "record"  # a matter of record: dates, people, what a report found
    OPINION = "opinion"  # interpretation, argument or advice


class Theme(str, Enum):
    """Subjects that lists can be narrowed to."""

    BUDGET = "budget"
    CARERS = "carers"
    CHILDREN = "children"
    CLIMATE = "climate"
    COMMUNITY = "community"
    DEMOCRACY = "democracy"
    DIGITAL = "digital"
    DISABILITY = "disability"
    EDUCATION = "education"
    ENVIRONMENT = "environment"
    EQUALITY = "equality"
    HEALTH_SOCIAL_CARE = "health_social_care"
    HOUSING = "housing"
    HUMAN_RIGHTS = "human_rights"
    JUSTICE = "justice"
    LAND = "land"
    MENTAL_HEALTH = "mental_health"
    OUTCOMES = "outcomes"
    PLACE = "place"
    PLANNING = "planning"
    POVERTY = "poverty"
    POWER = "power"
    PREVENTION = "prevention"
    SOCIAL_SECURITY = "social_security"
    TRANSPARENCY = "transparency"
    WORKFORCE = "workforce"


class Audience(str, Enum):
    """The people and bodies a topic matters to most."""

    GENERAL_PUBLIC = "general_public"
    CARER = "carer"
    DISABLED_PERSON = "disabled_person"
    OLDER_PERSON = "older_person"
    CHILD_YOUNG_PERSON = "child_young_person"
    PARENT = "parent"
    CARE_EXPERIENCED = "care_experienced"
    PATIENT = "patient"
    BENEFIT_CLAIMANT = "benefit_claimant"
    ISLANDER = "islander"
    LANDOWNER = "landowner"
    TENANT_FARMER = "tenant_farmer"
    PERSON_WITH_CONVICTIONS = "person_with_convictions"
    VICTIM = "victim"
    COMMUNITY_GROUP = "community_group"
    COMMUNITY_COUNCIL = "community_council"
    THIRD_SECTOR = "third_sector"
    BUSINESS = "business"
    COUNCIL = "council"
    NHS = "nhs"
    INTEGRATION_AUTHORITY = "integration_authority"
    PUBLIC_BODY = "public_body"
    GOVERNMENT = "government"
    CARE_PROVIDER = "care_provider"
    WORKFORCE = "workforce"
    SCHOOL = "school"
    DEVELOPER = "developer"


class RelationKind(str, Enum):
    """How one topic stands to another, read from the file's topic to the other."""

    EMBODIES = "embodies"  # a policy puts a principle or idea into practice
    PART_OF = "part_of"  # a right or duty that sits inside an Act
    BUILDS_ON = "builds_on"  # came later and rests on the other
    LED_TO = "led_to"  # came earlier and the other rests on it
    GUIDES = "guides"  # guidance or standards for doing the other
    SEE_ALSO = "see_also"  # close, for another reason that `why` gives


TOPIC_IDS = {
    "policies": (
        "policy_landscape christie_commission community_empowerment_act"
        " participation_requests asset_transfer_requests community_right_to_buy"
        " community_planning participatory_budgeting self_directed_support_act"
        " public_bodies_joint_working_act carers_act social_security_act"
        " fairer_scotland_duty public_sector_equality_duty planning_act islands_act"
        " uncrc_act children_young_people_act community_justice_act land_reform_act"
        " national_standards_community_engagement scottish_approach_to_service_design"
        " national_performance_framework health_social_care_standards"
        " realistic_medicine the_promise feeley_review national_care_service"
        " open_government_action_plan democracy_matters place_principle"
        " planning_with_people public_service_reform_strategy"
        " care_act send_code localism_act working_in_partnership"
        " wales_social_services_act future_generations_act ni_coproduction_guide"
    ).split(),
    "principles": (
        "principle_assets principle_capabilities principle_reciprocity"
        " principle_peer_networks principle_breaking_down_barriers"
        " principle_facilitating principle_equality principle_diversity"
        " principle_accessibility"
    ).split(),
    "concepts": (
        "co_production co_design co_commissioning co_delivery co_assessment"
        " ladder_of_participation lived_experience asset_based_approaches"
        " consultation community_engagement power_sharing prevention outcomes"
    ).split(),
}

ALL_TOPIC_IDS = frozenset(topic_id for room in TOPIC_IDS.values() for topic_id in room)
