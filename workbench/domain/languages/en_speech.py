"""The English words of saying, thinking and judging, and of those who do it; `en.py` puts them into the language."""

from __future__ import annotations

from workbench.domain.languages.speech import Speech, words


def _forms(listed: str) -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms and participles in -ing of regular verbs; a + doubles the last letter (admit+)."""
    finite, participles = set(), set()
    for verb in listed.split():
        base = verb.rstrip("+")
        stem = base + base[-1] if verb.endswith("+") else base
        soft = base.endswith("y") and base[-2] not in "aeou"
        past = base + "d" if base.endswith("e") else base[:-1] + "ied" if soft else stem + "ed"
        third = base[:-1] + "ies" if soft else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
        finite |= {base, third, past}
        participles.add(stem[:-1] + "ing" if base.endswith("e") and not base.endswith(("ee", "oe")) else stem + "ing")
    return frozenset(finite), frozenset(participles)


_SAID, _SAYING = _forms(
    "state reassure convey confess quote add explain announce report warn claim note argue assert insist confirm suggest declare"
    " acknowledge concede admit+ respond observe remark comment complain conclude recall caution contend maintain allege stress"
    " emphasize emphasise reiterate predict quip+ joke reply mention disclose reveal tweet post blog+ testify boast brag+ lament"
    " muse estimate vow pledge promise assure inform remind advise whisper shout yell scream chant cry exclaim speculate reason"
    " recount indicate underline underscore fume rant snap+ opine theorize surmise counter retort interject intone bellow marvel"
    " answer signal urge demand ask wonder proclaim certify affirm deny profess imply describe text email message brief cable"
    " summarize"
)
_VIEWED, _VIEWING = _forms(
    "believe agree fear hope expect doubt want worry suspect suppose assume anticipate consider regard view deem feel+ reckon"
    " imagine support oppose favor favour back endorse criticize criticise condemn denounce praise blast slam+ attack mock defend"
    " accuse blame reject dismiss question challenge welcome applaud call label brand portray depict cite reference credit thank"
    " refuse decline plan+ propose seek intend decide determine request order require encourage invite threaten offer embrace"
    " disavow repudiate rebuke decry deride ridicule chide scold castigate excoriate lambast lambaste assail skewer pan+ hammer"
    " target bash tout hail celebrate compare liken accept consider prefer+ like love hate dislike admire respect disagree object"
    " concur+ credit fault pressure press lobby vouch apologize apologise advocate champion push recommend prioritize pray long"
    " wish yearn aim discuss address detail outline list highlight identify recognize recognise realize realise remember discover"
    " learn know show demonstrate find warn allude point refer+ appeal plead concern echo second dispute contest rebut+ refute"
    " disclaim downplay minimize trumpet tease volunteer declare bemoan deplore regret+ resent relish swear guess notice detect"
    " conclude rate rank value fancy envision foresee forecast project pitch argue approve disapprove commend salute laud extol+"
    " knock rip+ troll needle slap+ charge pin+ vote sign share insult belittle savage whack ignore adopt prevent foretell approve"
    " disparage malign smear mourn caution lash rail campaign rally tackle target confront pursue push prod resist shun snub spurn"
    " disown order ban permit allow authorize authorise sanction veto overturn strike block condone tolerate endorse acclaim cheer"
    " boo jeer heckle hint insinuate intimate contrast liken equate trivialize dread anticipate trust mistrust distrust aspire"
    " strive hesitate evince voice express convey articulate elaborate expound emphasise spotlight flag caricature vilify demonize"
    " impugn undercut undermine scrutinize assess evaluate analyze dub+ release publish issue nominate focus herald scoff exhort"
    " reminisce introduce submit recite balk side dwell harp ruminate reflect weigh hint embrace underline overhear"
)  # fmt: skip
_IRREGULAR_SAID = "said says say told tells tell wrote writes write written quoth spoke put puts went read reads held holds"
_IRREGULAR_VIEWED = (
    "thought thinks think felt feels feel saw sees see knew knows know found finds find meant means mean sought seeks seek"
    " understood understands understand forgot foresaw swore swears chose chooses choose took made gave cast led heard hears drew"
    " draws blames likes shown showed shows show learnt forbade sold spoke speaks talked talks stands stood hit hits"
)
_UNSUITED = words(
    "striked foretelled shoot shoots shooted longed target targets second seconds feeled findd knowed showd list lists seeked finded"
)
_SOLE = words("held holds read reads puts put went")
_BOTH = (
    "say tell claim report post tweet text email message comment remark answer signal demand ask brief cable fear hope doubt"
    " worry view support back favor favour blast attack question challenge welcome call label brand blame credit plan request"
    " order offer rebuke praise love hate like respect object fault press pressure push wish aim address detail list show find"
    " know point appeal concern echo dispute contest regret value project pitch charge rank rate estimate state promise pledge vow"
    " reason quip joke cry shout vote sign share campaign rally tackle pursue push ban permit veto block voice cheer flag trust"
    " contrast release issue caution rail snub boo heckle hint strike dub focus want need notice pin rip knock target long second"
    " fancy forecast approach note read reads"
)
_NOUN_S = (
    "claims reports posts tweets texts emails messages comments remarks answers signals demands asks briefs cables fears hopes"
    " doubts worries views supports backs favors blasts attacks questions challenges calls labels brands credits plans requests"
    " orders offers likes loves objects faults presses wishes aims addresses details lists shows finds points appeals concerns"
    " echoes disputes contests votes signs shares campaigns rallies bans permits vetoes blocks voices cheers flags trusts releases"
    " issues cautions boos hints strikes regrets values projects charges ranks rates estimates states promises pledges vows"
    " reasons quips jokes cries shouts wants notes"
)

SPEECH = Speech(
    verbs=(_SAID | words(_IRREGULAR_SAID)) - _SOLE - _UNSUITED - words("shoot thunder boom beam reason text cable brief message"),
    views=(_VIEWED | words(_IRREGULAR_VIEWED)) - _UNSUITED - words("took made gave cast led hit hits long longs went needle"),
    plain=words(_BOTH, _NOUN_S),
    telling=words(
        "told tells tell telling asked asks ask asking reminded reminds remind reminding assured assures assuring informed informs"
        " informing warned warns warn warning urged urges urge urging advised advises advising briefed promised emailed texted"
        " messaged encouraged pressed begged instructed challenged invited texting"
    ),
    saying=_SAYING | words("saying telling writing speaking"),
    quoting=words(
        "continued continues continue continuing repeated repeats repeating began begins went goes read reads shot fired thundered"
        " boomed beamed gushed deadpanned laughed smiled sighed echoed interrupted chimed finished started offered blurted hollered"
        " roared sang sneered tweets spoke pronounced shrugged smirked grinned nodded"
    ),
    moods=words(
        "confident sure certain aware skeptical sceptical optimistic pessimistic glad angry worried concerned convinced afraid"
        " hopeful proud happy unhappy unaware adamant clear wary doubtful grateful thankful fearful mindful critical supportive upset"
        " furious excited uncertain unsure eager determined disappointed surprised shocked dismissive opposed committed scared"
        " outraged alarmed frustrated open enthusiastic ready reluctant careful keen unapologetic blunt impressed unconvinced bullish"
        " insistent"
    ),
    leading=words(
        "seemed seems appeared appears began begins started starts continued continues tried tries managed rushed moved opted"
        " proceeded went goes came tended tends kept keeps dared paused stopped stood rose took need needs needed helped helps ended"
        " ends"
    ),
    owned=words("to that for on about of against toward"),
    participles=_SAYING
    | _VIEWING
    | words("saying telling writing thinking seeing finding meaning seeking speaking swearing swearing insisting calling reading knowing"),
    according=(
        "according to",
        "in the words of",
        "as reported by",
        "as told by",
        "as quoted by",
        "in the view of",
        "in the opinion of",
        "per",
    ),
    as_said=words("as"),
    that=words("that whether how why if"),
    nouns=words(
        "claim claims statement statements argument belief beliefs view suggestion suggestions assertion assertions allegation"
        " allegations accusation accusations concern concerns fear fears hope hopes report reports warning warnings prediction promise"
        " pledge conclusion contention notion rumors rumours rumor complaint complaints charge charges insistence admission"
        " announcement assurance assurances vow impression doubts confidence demand demands finding findings estimate estimates"
        " speculation worries worry sense news evidence proof acknowledgment decision idea opinion remark remarks testimony plan plans"
        " proposal proposals attack attacks support opposition criticism comment comments call calls endorsement denial denials"
        " refusal vow vows request requests response desire intention praise condemnation rejection defense description commitment"
        " willingness wish pledges promises threat threats"
    ),
    between=words(
        "has have had having having’ve is are was were be been being am do does did will would can could may might must shall should"
        " also not never no longer ever still again now then once only just even already always often since later earlier recently"
        " previously repeatedly long soon first further thus instead simply really merely flatly too both all each themselves himself"
        " herself itself initially eventually perhaps maybe reportedly better quickly back hasn’t haven’t hadn’t didn’t doesn’t don’t"
        " isn’t aren’t wasn’t weren’t won’t wouldn’t can’t couldn’t cannot used to’ve went on rather nevertheless nonetheless"
        " therefore sometimes generally"
    ),
    passive=words("is are was were be been being am isn’t aren’t wasn’t weren’t get gets got getting"),
    by=words("by"),
    determiners=words(
        "the a an this that these those his her its their our my your some any no every each another other all both many most several"
        " few one two three four five six seven eight nine ten dozens hundreds thousands multiple various numerous more half such"
    ),
    joins=words(
        "of for at in from with on to behind near inside against by over across outside within among de von van bin al ibn la du des"
        " del di da"
    ),
    prepositions=words(
        "of for at in from with on to by about after before during under over through between among against without within toward"
        " towards into onto upon across along around behind beyond despite since until till via amid like unlike off near outside"
        " inside per as than except regarding following including alongside atop beneath throughout besides concerning aboard amidst"
        " underneath worth"
    ),
    breaks=words(
        "and but or nor so yet because while when where whereas although though if unless once as since until that which who whom"
        " whose what why how whether than then however therefore is are was were be been has have had do does did will would can could"
        " may might must should not to it’s that’s there’s there here i’m he’s she’s they’re we’re you’re let’s"
    ),
    also=words("and but or"),
    relatives=words("who which that"),
    finite=words("is are was were has had have will would can could may might must shall should does do did"),
    subordinate=words("while when where as if although though after before since because whereas once until whenever"),
    again=words("added adds said says warned insisted noted told argued urged called claimed"),
    behind=words("familiar close involved aware opposed loyal responsible seen near critical sympathetic"),
    only=words("only just even at least nearly almost about roughly than more fewer up to"),
    shares=words("quarter half third majority percent number handful pair group plurality host slew range coalition"),
    clauses=words("and but because while if when whereas although though what where whether as"),
    before_participle=words("by while and after before in without but when"),
    when=words(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays today yesterday tomorrow tonight morning afternoon"
        " evening night noon midnight week month year weekend january february march april may june july august september october"
        " november december late early earlier last this next again later days weeks months years hours minutes moments recently"
        " afterward afterwards overnight ago"
    ),
    pronouns={
        "he": "m",
        "she": "f",
        "it": "n",
        "they": "p",
        "we": "1",
        "i": "1",
        "you": "2",
        "who": "r",
        "one": "2",
        "others": "2",
        "another": "2",
        "someone": "2",
        "everyone": "2",
        "nobody": "2",
        "many": "2",
        "some": "2",
        "most": "2",
        "several": "2",
        "few": "2",
        "those": "2",
        "everybody": "2",
        "somebody": "2",
        "no-one": "2",
        "both": "2",
        "these": "2",
        "this": "2",
        "that": "2",
        "all": "2",
    },
    people=words(
        "minister ministers ministry ministries spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople spokespersons"
        " agency agencies official officials embassy government governments president presidents ambassador ambassadors intelligence"
        " spy leader leaders expert experts analyst analysts authority authorities police officer officers service services company"
        " companies court courts doctor doctors director directors head chief chiefs secretary general deputy state states army"
        " military navy witness witnesses source sources harbour harbor master mayor mayors governor governors lawmaker lawmakers"
        " prosecutor prosecutors resident residents outlet outlets union unions party parties commission committee council centre"
        " center institute university hospital clinic newspaper newspapers paper magazine station airline operator investigator"
        " investigators rescuer rescuers firefighter firefighters protester protesters protestor protestors critic critics campaigner"
        " campaigners scientist scientists researcher researchers economist economists historian historians reporter reporters"
        " journalist journalists correspondent editor editors writer writers author authors columnist columnists blogger pundit"
        " pundits commentator commentators anchor host hosts moderator moderators voter voters supporter supporters opponent opponents"
        " backer backers donor donors delegate delegates candidate candidates nominee contender contenders rival rivals senator"
        " senators congressman congresswoman representative representatives lawyer lawyers attorney attorneys judge judges justice"
        " justices jury defendant suspect suspects victim victims student students teacher teachers professor professors man men woman"
        " women boy girl people person persons father mother parents parent son daughter brother sister wife husband family families"
        " friend friends neighbor neighbors neighbour neighbours colleague colleagues aide aides adviser advisers advisor advisors"
        " strategist strategists consultant consultants pollster pollsters operative operatives staffer staffers employee employees"
        " worker workers executive executives manager managers owner owners boss chairman chairwoman chair chairs founder member"
        " members group groups organization organizations organisation campaign campaigns administration administrations congress"
        " senate house white department bureau office firm firms bank banks lender network networks activist activists advocate"
        " advocates conservative conservatives liberal liberals progressive progressives democrat democrats republican republicans"
        " moderate moderates insider insiders observer observers survivor survivors driver drivers passenger passengers pilot pilots"
        " soldier soldiers commander commanders veteran veterans detective detectives sheriff deputies coach player players manager"
        " actor actress singer comedian billionaire mogul businessman businesswoman entrepreneur investor investors trader traders"
        " farmer farmers customer customers user users fan fans crowd crowds audience public nation country countries city americans"
        " team teams panel board coalition alliance foundation charity regulator regulators watchdog lobbyist lobbyists pastor priest"
        " bishop pope cardinal imam rabbi evangelicals immigrants immigrant refugees refugee migrants locals local villagers"
        " detractors allies ally partners partner majority minority respondents participants attendees demonstrators fighters rebels"
        " militants insurgents troops guard captain colonel lieutenant sergeant spokespeople translator diplomat diplomats envoy"
        " envoys skeptics sceptics proponents enemies foes peers folks kids children adults millennials elites establishment media"
        " press frontrunner front-runner candidate incumbent lieutenant operative veteran speaker organizer organizers organisers"
        " baker shopkeeper nurse nurses paramedic paramedics engineer engineers inspector inspectors coroner examiner climatologist"
        " percent question questions tens hundreds"
    ),
    papers=words(
        "statement statements report reports poll polls survey surveys study studies letter letters article articles editorial column"
        " story book memo document documents email emails e-mail ad ads video commercial tweet tweets post posts analysis data"
        " research review filing filings complaint lawsuit indictment affidavit transcript ruling order record records website page"
        " platform results numbers figures findings paper release polling average tally account transcript copy schedule photo footage"
        " recording headline caption sign banner billboard bill law legislation speech testimony interview"
    ),
    modifiers=words(
        "former senior then-candidate longtime veteran fellow top current acting deputy vice assistant chief lead local state federal"
        " republican democratic conservative liberal presumptive presidential vice-presidential associate co-founder co-chairman ex-"
        " late junior managing executive national press communications political foreign prime first rising outgoing incoming aspiring"
        " retired billionaire real estate freshman reality star campaign running mate legal police fire city county district"
    ),
    nobody=words("what which there nothing something anything"),
    hedges=words(
        "alleged allegedly reportedly suspected purported purportedly supposed supposedly apparent apparently presumed presumably"
        " unconfirmed possibly probably likely could may might perhaps seemingly about around approximately roughly nearly almost"
    ),
    women=words(
        "mrs ms miss madam lady queen spokeswoman chairwoman congresswoman businesswoman woman girl mother wife daughter sister"
        " actress hillary sarah mary elizabeth susan karen lisa nancy linda barbara jennifer jessica michelle melania ivanka megyn"
        " kelly carly laura amy angela melissa kimberly emily anna anne ann hope katrina rachel kate katie catherine kathleen"
        " christine christina diane donna carol deborah debbie sharon cynthia kellyanne nikki susana gloria maria martha patricia"
        " pamela rebecca ruth sandra stephanie theresa tina victoria virginia amanda alice andrea ashley beth brenda cheryl claire"
        " condoleezza dana denise dianne elena ellen erin eva gabrielle heather helen huma jane janet jean jill joan joanna joni judy"
        " julia julie kamala kirsten leslie loretta lori lynn madeleine maggie margaret marie mia michele mika molly monica naomi"
        " natalie nicole olivia paula peggy rosie sally samantha sonia sophie sue suzanne sylvia tammy teresa tracy valerie wendy"
        " whitney zoe odile joyce ingrid olga natalia gwen greta fiona emma grace hannah jenny jeanne kristen lena lucy marta nina"
        " irina olena liv"
    ),
    men=words(
        "mr sir lord king spokesman chairman congressman businessman man boy father husband son brother actor billionaire mogul"
        " donald ted bernie jeb john marco barack bill paul chris ben mike rand scott mitt george james robert michael william david"
        " richard thomas charles joseph joe daniel mark steven stephen steve andrew kevin brian edward ed ronald ron anthony tony jeff"
        " jeffrey gary larry frank jerry dennis peter pete patrick jack harry henry arthur albert alan adam aaron bob bobby rob corey"
        " newt rudy lindsey rick roger sean ryan jim jimmy tim timothy todd tom tommy vladimir wayne walter vincent victor tyler"
        " tucker stuart stanley sam samuel salman russell ross roy rodney robby reince ray raymond ralph philip phil norman noah nick"
        " nicholas nathan nate mitch max matthew matt martin luke louis lou leonard lee lawrence kyle kenneth ken keith karl justin"
        " jose jon jonathan jonah jorge juan jason jared jake howard herman greg gregory glenn gerald gene fred eric erik elliott eli"
        " dylan dwight doug douglas dick derek dean darrell dan curtis craig colin cliff clarence christopher carl calvin byron bruce"
        " brett brandon brad bret bradley boris benjamin barry austin alex alexander abraham dmitry sergei antonio carlos luis pedro"
        " ali muhammad mohammed omar hassan ahmed ibrahim hans karl klaus volodymyr emmanuel francis kim xi rolf kai ola tor keir"
        " sadiq hugh simon neil graham nigel gordon ian jeremy jerome oliver"
    ),
)
