"""Portuguese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    verbs=words(
        "disse disseram diz dizem dito afirmou afirmaram afirma afirmam afirmado declarou declararam declara declaram"
        " anunciou anunciaram anuncia anunciam anunciado informou informaram informa informam informado explicou"
        " explicaram explica acrescentou acrescentaram acrescenta indicou indicaram indica destacou destacaram destaca"
        " sublinhou sublinha alertou alertaram alerta advertiu advertiram adverte denunciou denunciaram denuncia confirmou"
        " confirmaram confirma negou negaram nega reconheceu reconhece admitiu admite revelou revelaram revela sustentou"
        " sustenta comentou comenta escreveu escreveram escreve relatou relataram relata contou conta respondeu responde"
        " insistiu insiste lembrou lembra referiu referem refere garantiu garante apontou aponta acusou acusaram acusa"
        " acusam acusado criticou criticaram critica classificou classifica condenou condenaram condena lamentou lamenta"
        " publicou noticiou ressaltou ressalta assegurou assegura salientou salienta frisou frisa avisou"
    ),
    views=words(
        "acredita acreditam considera consideram teme temem espera esperam quer querem pede pedem pediu pediram exige"
        " exigem exigiu rejeita rejeitam rejeitou apoia apoiam apoiou pensa pensam acha acham duvida suspeita propõe"
        " propôs estima estimam defende defendem"
    ),
    according=("segundo", "de acordo com", "conforme", "na opinião de", "nas palavras de"),
    as_said=words("como"),
    that=words("que"),
    between=words("tem têm tinha tinham havia não também já ainda agora então se lhe lhes ontem hoje foi mesmo mesma"),
    determiners=words(
        "o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas vários várias alguns algumas dois duas três quatro"
    ),
    joins=words("de do da dos das em no na para"),
    prepositions=words(
        "de do da dos das a ao à aos às em no na nos nas com sem por pelo pela para sobre entre desde até após perante"
        " contra durante nesta neste nessa nesse segundo conforme"
    ),
    breaks=words("e ou mas que quem quando onde se porque embora enquanto é são era eram foi foram não"),
    also=words("e mas"),
    relatives=words("quem"),
    when=words(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo segunda terça quarta quinta sexta"
        " hoje ontem amanhã manhã tarde noite janeiro fevereiro março abril maio junho julho agosto setembro outubro"
        " novembro dezembro semana mês ano"
    ),
    pronouns={"ele": "m", "ela": "f", "eles": "p", "elas": "p", "eu": "1", "nós": "1"},
    papers=words("relatório comunicado estudo pesquisa mensagem carta documento nota"),
    hedges=words("supostamente alegadamente cerca aproximadamente provavelmente talvez aparentemente"),
    women=words("senhora presidenta ministra maria ana"),
    men=words("senhor presidente ministro joão josé pedro"),
    inverts=True,
)

# The language

LANGUAGE = Language(
    "pt",
    "Portuguese",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
