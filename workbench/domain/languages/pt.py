"""Portuguese."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers(
    thousands=".\u00a0\u202f",
    decimal=",",
    cardinals="dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 catorze 14 "
    "quatorze 14 quinze 15 dezasseis 16 dezesseis 16 dezassete 17 dezessete 17 dezoito 18 dezanove 19 dezenove 19 vinte 20 trinta "
    "30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 cento 100 duzentos 200 duzentas 200 "
    "trezentos 300 trezentas 300 quatrocentos 400 quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 seiscentas 600 "
    "setecentos 700 setecentas 700 oitocentos 800 oitocentas 800 novecentos 900 novecentas 900",
    one="um uma",
    bare="mil cem cento",
    multiples="dúzia 12 dezena 10 vintena 20 centena 100 milhar 1000",
    many="dúzias 12 dezenas 10 centenas 100 milhares 1000 milhões 1000000",
    of="de dos das do da",
    scales="mil 3 milhão 6 milhões 6 bilhão 9 bilhões 9 bilião 12 biliões 12 trilhão 12 trilhões 12 mi 6 bi 9",
    joiners="e",
    half="metade meio meia",
    no_half="primeira segunda primeiro segundo última outra",
    and_half="e_meio e_meia",
    fractions="terço 3 terços 3 quartos 4",
    ordinal_endings="º ª",
    none="nenhum nenhuma",
    about="cerca_de aproximadamente por_volta_de em_torno_de uns umas perto_de aproximado estimados ~ ≈",
    at_least="pelo_menos ao_menos no_mínimo não_menos_de mínimo ≥",
    more_than="mais_de mais_do_que acima_de superior_a >",
    at_most="até no_máximo máximo_de não_mais_de ≤",
    fewer_than="menos_de abaixo_de inferior_a <",
    nearly="quase",
    after="at_least=ou_mais e_mais pelo_menos|about=aproximadamente|at_most=no_máximo ou_menos",
    filler="os as a o um_total_de total_de outros outras mais só apenas",
    to="a ou",
    between="entre",
    between_and="e",
    source="de",
    units="km=quilómetro quilómetros quilômetro quilômetros|m=metro metros|cm=centímetro centímetros|mm=milímetros|mile=milha "
    "milhas|nautical_mile=milhas_náuticas|km2=quilómetros_quadrados quilômetros_quadrados|m2=metros_quadrados|ha=hectare hectares|"
    "l=litro litros|m3=metros_cúbicos|kg=quilograma quilogramas quilo quilos|g=grama gramas|t=tonelada toneladas|"
    "km/h=quilómetros_por_hora quilômetros_por_hora|knot=nós|second=segundo segundos|minute=minuto minutos|hour=hora horas|day=dia "
    "dias|week=semana semanas|month=mês meses|year=ano anos|decade=década décadas|percent=por_cento|point=pontos_percentuais "
    "ponto_percentual|C=graus_celsius|degree=grau graus|barrel=barril barris|times=vezes",
    money="EUR=euro euros|USD=dólar dólares|GBP=libra libras|BRL=real reais|JPY=ienes|RUB=rublos|CNY=yuans|EURc=cêntimos",
    labels="artigo artigos art página páginas capítulo número nº n dia fase nível categoria classe linha plataforma secção seção "
    "parágrafo anexo figura tabela sala porta reator voo rota rodovia estrada boeing airbus lei ponto versão modelo canal andar "
    "bloco zona grupo tipo etapa",
    streets="rua avenida praça travessa estrada alameda av",
    clock_before="às as à",
    clock_after="h hs da_manhã da_tarde da_noite",
    clock_hours="horas hora",
    year_before="em desde até de do ano anos antes_de finais início",
    ago="há atrás depois antes",
    people="rapaz menina menino jovem soldado pessoas pessoa homens homem mulheres mulher crianças criança jovens alunos "
    "estudantes passageiros condutores motoristas peões pedestres turistas moradores habitantes residentes cidadãos civis soldados "
    "militares combatentes rebeldes suspeitos presos prisioneiros reféns detidos polícias policiais agentes bombeiros médicos "
    "pacientes vítimas vítima mortos morto feridos ferido desaparecidos sobreviventes trabalhadores funcionários operários "
    "jornalistas manifestantes refugiados migrantes deslocados desalojados desabrigados famílias membros mortes corpos vidas "
    "eleitores deputados",
    things="casas habitações edifícios prédios escolas aldeias localidades municípios cidades veículos carros ônibus autocarros "
    "comboios trens aviões navios barcos tanques drones mísseis casos empregos votos doses países estados empresas exemplares lojas",
    nouns="next",
    modifiers="outros outras novos novas primeiros primeiras últimos últimas",
    stops="o a os as um uma uns umas e ou mas nem em no na nos nas de do da dos das com por pelo pela para sem sobre sob até desde "
    "entre contra segundo que quem qual onde quando como se é são era eram foi foram tem têm tinha tinham há ser estar está estão "
    "não mais seu sua seus suas lhe também já após durante ao à aos às",
    years_old="anos_de_idade",
    states="killed=mortos morto mortas morreram mortes falecidos|injured=feridos ferido feridas|missing=desaparecidos "
    "desaparecidas|arrested=detidos detidas presos presas|evacuated=evacuados evacuadas retirados retiradas|rescued=resgatados "
    "resgatadas|displaced=deslocados desalojados desabrigados desalojadas|destroyed=destruídos destruídas|damaged=danificados "
    "danificadas",
    states_before="killed=morreram matou mataram matam mata morrem|injured=feriu feriram ficaram_feridas ficaram_feridos|"
    "arrested=deteve detiveram",
    auxiliary="foram têm sido ficaram estão já continuam ficaram",
    months="janeiro 1 jan 1 fevereiro 2 fev 2 março 3 mar 3 abril 4 abr 4 maio 5 mai 5 junho 6 jun 6 julho 7 jul 7 agosto 8 ago 8 "
    "setembro 9 set 9 outubro 10 out 10 novembro 11 nov 11 dezembro 12 dez 12",
    weekdays="segunda-feira 1 terça-feira 2 quarta-feira 3 quinta-feira 4 sexta-feira 5 sábado 6 domingo 7",
    relative_days="hoje 0 ontem -1 anteontem -2 amanhã 1",
    last="passado passada",
    next="próximo próxima",
    periods="last_week=semana_passada|this_week=esta_semana|next_week=próxima_semana|last_month=mês_passado|last_year=ano_passado|"
    "this_year=este_ano|next_year=próximo_ano",
    halves_of_day="am=da_manhã|pm=da_tarde da_noite",
    abbreviations="mi bi",
    minus="menos",
    aged="idade",
)

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
    stemmer="portuguese",
)
