"""Spanish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    verbs=words(
        "dijo dijeron dice dicen dicho afirmó afirmaron afirma afirman afirmado declaró declararon declara declaran"
        " declarado anunció anunciaron anuncia anuncian anunciado aseguró aseguraron asegura aseguran asegurado informó"
        " informaron informa informan informado señaló señalaron señala señalan señalado explicó explicaron explica"
        " explican explicado añadió añadieron añade añaden añadido indicó indicaron indica indican indicado destacó"
        " destacaron destaca destacan subrayó subraya advirtió advirtieron advierte advierten advertido denunció"
        " denunciaron denuncia denuncian denunciado confirmó confirmaron confirma confirman confirmado negó negaron niega"
        " niegan negado reconoció reconocieron reconoce admitió admite reveló revelaron revela sostuvo sostiene manifestó"
        " manifestaron manifiesta comentó comenta escribió escriben escribe relató relata contó cuenta respondió responde"
        " insistió insiste recordó recuerda agregó agregaron agrega precisó precisa apuntó apunta acusó acusaron acusa"
        " acusan acusado criticó critica criticaron criticado calificó califica calificaron calificado condenó condenaron"
        " condena condenado lamentó lamenta publicó reportó reportaron"
    ),
    views=words(
        "cree creen considera consideran teme temen espera esperan quiere quieren pide piden pidió pidieron exige exigen"
        " exigió exigieron rechaza rechazan rechazó apoya apoyan apoyó piensa piensan opina opinan duda dudan sospecha"
        " propone propuso estima estiman"
    ),
    according=("según", "de acuerdo con", "de acuerdo a", "a juicio de", "en opinión de", "en palabras de"),
    as_said=words("como"),
    that=words("que"),
    between=words(
        "ha han había habían hubo he hemos no también ya además este esta hoy ayer ahora luego entonces se lo le les así"
        " mismo misma directamente posteriormente finalmente"
    ),
    determiners=words(
        "el la los las un una unos unas este esta estos estas ese esa su sus varios varias algunos algunas dos tres cuatro cinco muchos"
    ),
    joins=words("de del al en para por"),
    prepositions=words("de del a al en con sin por para sobre entre desde hasta hacia tras ante bajo contra durante mediante según como"),
    breaks=words("y e o u pero sino que quien quienes cuando donde si porque aunque mientras es son era eran fue fueron ha han no"),
    also=words("y e pero"),
    relatives=words("quien quienes"),
    when=words(
        "lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana tarde noche enero febrero marzo abril mayo"
        " junio julio agosto septiembre octubre noviembre diciembre semana mes año"
    ),
    pronouns={"él": "m", "ella": "f", "ellos": "p", "ellas": "p", "yo": "1", "nosotros": "1"},
    papers=words("informe comunicado estudio encuesta mensaje carta documento"),
    hedges=words("supuestamente presuntamente unos unas aproximadamente probablemente quizás aparentemente"),
    women=words("señora presidenta ministra alcaldesa portavoza maría ana isabel carmen"),
    men=words("señor presidente ministro alcalde juan josé pedro luis"),
    inverts=True,
)

# The language

LANGUAGE = Language(
    "es",
    "Spanish",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
