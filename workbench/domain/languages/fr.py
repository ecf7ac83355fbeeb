"""French."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    verbs=words(
        "déclaré affirmé dit annoncé indiqué assuré précisé expliqué écrit lancé ajouté souligné estimé rapporté confirmé"
        " démenti dénoncé averti prévenu répondu reconnu rappelé insisté promis regretté commenté martelé accusé raconté"
        " poursuivi conclu jugé réagi signalé révélé fustigé salué condamné critiqué appelé exhorté déploré tweeté relaté"
        " observé noté évoqué déclare affirme annonce indique assure précise explique écrit lance ajoute souligne estime"
        " rapporte confirme dément dénonce avertit prévient répond reconnaît rappelle insiste promet regrette commente"
        " martèle accuse raconte poursuit conclut juge réagit signale révèle condamne critique déplore relate observe note"
        " déclarent affirment disent annoncent indiquent assurent précisent expliquent écrivent ajoutent soulignent"
        " estiment rapportent confirment dénoncent avertissent accusent racontent jugent déclarait affirmait disait"
        " expliquait assurait ajoutait estimait indiquait soulignait déclara affirma annonça ajouta expliqua répondit"
    ),
    views=words(
        "croit croient pense pensent espère espèrent craint craignent redoute redoutent veut veulent souhaite souhaitent"
        " demande demandent demandé exige exigent exigé réclame réclament réclamé soutient soutiennent soutenu refuse"
        " refusent refusé considère considèrent considéré doute doutent compte propose proposé qualifié qualifie"
        " qualifient"
    ),
    according=("selon", "d’après", "d'après", "aux dires de", "de l’avis de", "de source"),
    as_said=words("comme"),
    that=words("que qu"),
    between=words(
        "a ont ai avons avait avaient aurait auraient est sont s’est se n’a ne pas aussi également notamment déjà alors"
        " ensuite encore toutefois cependant mardi lundi mercredi jeudi vendredi samedi dimanche hier aujourd’hui l’a"
        " l’ont nous lui leur fait savoir"
    ),
    determiners=words(
        "le la les l’ un une des du ce cet cette ces son sa ses leur leurs plusieurs quelques deux trois quatre cinq"
        " certains certaines tous"
    ),
    joins=words("de du des d’ de la à au aux en pour chez"),
    prepositions=words(
        "de du des à au aux en dans sur sous par pour avec sans chez vers entre depuis pendant après avant contre lors"
        " selon malgré devant derrière dès jusqu jusque auprès suite face"
    ),
    breaks=words(
        "et ou mais donc or ni car que qui dont où quand lorsque si comme puisque parce alors tandis afin est sont était"
        " étaient a ont avait avaient sera seront ne pas"
    ),
    also=words("et mais"),
    relatives=words("qui"),
    when=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui demain soir matin midi après-midi janvier"
        " février mars avril mai juin juillet août septembre octobre novembre décembre semaine mois année"
    ),
    pronouns={"il": "m", "elle": "f", "ils": "p", "elles": "p", "je": "1", "nous": "1", "on": "2"},
    papers=words("rapport communiqué étude sondage enquête message texte document lettre"),
    hedges=words("environ présumé présumée prétendument près probablement peut-être apparemment vraisemblablement"),
    women=words("mme madame présidente ministre porte-parole marie anne sophie isabelle"),
    men=words("m monsieur président jean pierre paul emmanuel"),
    inverts=True,
)

# The language

LANGUAGE = Language(
    "fr",
    "French",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
