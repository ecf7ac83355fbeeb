"""Spanish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers(
    thousands=".\u00a0\u202f'",
    decimal=",",
    cardinals="dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 "
    "dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiún 21 veintiuna 21 veintidós 22 veintitrés "
    "23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta "
    "50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas "
    "300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 "
    "setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900",
    one="un una",
    bare="mil cien ciento",
    multiples="docena 12 decena 10 veintena 20 treintena 30 centenar 100 millar 1000",
    many="docenas 12 decenas 10 cientos 100 centenares 100 miles 1000 millares 1000 millones 1000000",
    of="de",
    scales="mil 3 millón 6 millones 6 millon 6 billón 12 billones 12 mm 6 mdd 6",
    joiners="y",
    half="mitad medio media",
    no_half="primera segunda primer segundo última otra",
    and_half="y_medio y_media",
    fractions="cuartas 4 terceras 3 tercio 3 tercios 3 cuarto 4 cuartos 4 quinto 5 quintos 5",
    ordinal_endings="º ª er o a",
    none="ningún ninguna",
    about="unos unas cerca_de alrededor_de aproximadamente en_torno_a aproximado estimado estimados ~ ≈",
    at_least="al_menos por_lo_menos no_menos_de como_mínimo mínimo ≥",
    more_than="más_de más_que por_encima_de superior_a supera superan >",
    at_most="hasta un_máximo_de como_máximo máximo no_más_de ≤",
    fewer_than="menos_de por_debajo_de inferior_a <",
    nearly="casi",
    after="at_least=o_más y_más al_menos como_mínimo|about=aproximadamente|at_most=como_máximo o_menos",
    filler="los las la el un_total_de total_de otros otras unos unas a sus solo sólo",
    to="a o",
    between="entre",
    between_and="y",
    source="de",
    units="km=kilómetro kilómetros|m=metro metros|cm=centímetro centímetros|mm=milímetro milímetros|mile=milla millas|"
    "nautical_mile=millas_náuticas|km2=kilómetros_cuadrados kilómetro_cuadrado|m2=metros_cuadrados metro_cuadrado|ha=hectárea "
    "hectáreas|l=litro litros|m3=metros_cúbicos metro_cúbico|kg=kilogramo kilogramos kilo kilos|g=gramo gramos|t=tonelada "
    "toneladas|km/h=kilómetros_por_hora kilómetros_hora|knot=nudos|second=segundo segundos|minute=minuto minutos|hour=hora horas|"
    "day=día días|week=semana semanas|month=mes meses|year=año años|decade=década décadas|percent=por_ciento|"
    "point=puntos_porcentuales punto_porcentual|C=grados_celsius grados_centígrados|degree=grado grados|MW=megavatios|"
    "barrel=barril barriles|times=veces",
    money="EUR=euro euros|USD=dólar dólares|GBP=libra libras libras_esterlinas|MXN=pesos_mexicanos|JPY=yenes|RUB=rublos|CNY=yuanes|"
    "CHF=francos_suizos|BRL=reales|PEN=soles|EURc=céntimos",
    labels="artículo artículos art página páginas capítulo número nº n día fase nivel categoría clase línea andén sección párrafo "
    "anexo figura tabla sala puerta reactor vuelo ruta carretera boeing airbus ley punto versión modelo canal piso bloque zona "
    "grupo kilómetro tipo etapa jornada decreto",
    streets="calle avenida plaza paseo carretera camino avda av c/",
    clock_before="las la",
    clock_after="h hrs de_la_mañana de_la_tarde de_la_noche a._m p._m a.m p.m am pm hora_local horas_gmt",
    clock_hours="horas hora",
    year_before="en desde hasta de del año años para antes_de finales principios",
    ago="hace después antes",
    people="chico chica joven adolescente soldado personas persona hombres hombre mujeres mujer niños niñas niño menores jóvenes "
    "alumnos estudiantes pasajeros viajeros conductores peatones turistas vecinos habitantes residentes ciudadanos civiles "
    "soldados militares combatientes rebeldes insurgentes atacantes sospechosos presos prisioneros rehenes detenidos policías "
    "agentes bomberos rescatistas médicos pacientes víctimas víctima muertos muerto heridos herido desaparecidos fallecidos "
    "sobrevivientes supervivientes trabajadores empleados obreros periodistas manifestantes aficionados refugiados migrantes "
    "desplazados evacuados damnificados familias hogares miembros muertes cuerpos cadáveres vidas votantes diputados efectivos",
    things="casas viviendas edificios escuelas aldeas pueblos municipios ciudades vehículos coches carros autobuses trenes aviones "
    "barcos buques tanques drones misiles cohetes casos empleos votos escaños dosis países estados empresas ejemplares tiendas",
    nouns="next",
    modifiers="otros otras nuevos nuevas primeros primeras últimos últimas",
    stops="el la los las un una unos unas y o u e pero ni a al en de del con por para sin sobre bajo hacia hasta desde entre "
    "contra según que quien quienes cual donde cuando como si es son era eran fue fueron ha han había habían ser estar está están "
    "se no más su sus le les lo esta este estas estos ese esa también ya tras durante",
    aged="edad",
    years_old="años_de_edad",
    states="killed=muertos muerto muertas murieron fallecidos fallecieron fallecidas asesinados muertes|injured=heridos herido "
    "heridas lesionados|missing=desaparecidos desaparecidas|arrested=detenidos detenidas arrestados|evacuated=evacuados evacuadas|"
    "rescued=rescatados rescatadas|displaced=desplazados desplazadas|trapped=atrapados atrapadas|destroyed=destruidos destruidas|"
    "damaged=dañados dañadas",
    states_before="killed=murieron mató mataron matan mata mueren fallecieron muertos_a|injured=hirió hirieron resultaron_heridas "
    "resultaron_heridos|arrested=detuvo detuvieron|evacuated=evacuó evacuaron evacuadas",
    auxiliary="fueron han sido resultaron resultados están siguen quedaron ya ha_habido",
    months="enero 1 ene 1 febrero 2 feb 2 marzo 3 mar 3 abril 4 abr 4 mayo 5 may 5 junio 6 jun 6 julio 7 jul 7 agosto 8 ago 8 "
    "septiembre 9 setiembre 9 sept 9 sep 9 octubre 10 oct 10 noviembre 11 nov 11 diciembre 12 dic 12",
    weekdays="lunes 1 martes 2 miércoles 3 jueves 4 viernes 5 sábado 6 domingo 7",
    relative_days="hoy 0 ayer -1 anteayer -2 mañana 1",
    last="pasado",
    next="próximo",
    periods="last_week=semana_pasada|this_week=esta_semana|next_week=próxima_semana|last_month=mes_pasado|last_year=año_pasado|"
    "this_year=este_año|next_year=próximo_año",
    halves_of_day="am=de_la_mañana a.m|pm=de_la_tarde de_la_noche p.m",
    abbreviations="mm",
    minus="menos",
)

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
    stemmer="spanish",
)
