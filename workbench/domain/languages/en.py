"""English."""

from __future__ import annotations

from workbench.domain.languages.en_speech import SPEECH
from workbench.domain.languages.english_news import news_words
from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers

# How numbers are written

NUMBERS = Numbers(
    thousands=",",
    decimal=".",
    cardinals="one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 "
    "fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty "
    "80 ninety 90 hundred 100",
    doubtful="one",
    one="a an one",
    multiples="dozen 12",
    many="dozens 12 scores 20 tens 10 hundreds 100 thousands 1000 millions 1000000 billions 1000000000",
    of="of",
    scales="thousand 3 k 3 lakh 5 lakhs 5 million 6 mn 6 m 6 crore 7 crores 7 billion 9 bn 9 trillion 12 tn 12 trn 12",
    joiners="and",
    joined_from=100,
    half="half",
    no_half="first second latter other this the last top bottom upper lower better",
    and_half="and_a_half",
    fractions="third 3 thirds 3 quarter 4 quarters 4 fifth 5 fifths 5 sixth 6 sixths 6 eighth 8 eighths 8 tenth 10 tenths 10",
    ordinals="third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth "
    "14 fifteenth 15 twentieth 20 thirtieth 30 fiftieth 50 hundredth 100",
    ordinal_endings="st nd rd th",
    none="no zero",
    about="about around approximately approx roughly some circa ca estimated an_estimated in_the_region_of in_the_order_of "
    "somewhere_around or_so close_to ~ ≈",
    at_least="at_least a_minimum_of no_fewer_than no_less_than not_less_than not_fewer_than as_many_as_at_least minimum ≥",
    more_than="more_than over above upwards_of in_excess_of exceeding exceeds exceeded well_over greater_than higher_than >",
    at_most="up_to at_most as_many_as as_much_as as_high_as no_more_than not_more_than a_maximum_of maximum a_limit_of ≤",
    fewer_than="fewer_than less_than under below lower_than just_under <",
    nearly="nearly almost not_quite close_on",
    after="at_least=or_more at_least and_more and_above and_over or_over plus|about=or_so odd|at_most=or_less or_fewer at_most",
    filler="a_total_of the the_total a_further another an_additional an_extra an an_estimated a just well only some all a_group_of "
    "its their",
    to="to or",
    between="between",
    between_and="and",
    source="from",
    units="km=kilometre kilometres kilometer kilometers km kms|m=metre metres meter meters|cm=centimetre centimetres centimeter "
    "centimeters|mm=millimetre millimetres millimeter millimeters|mile=mile miles mi|foot=foot feet ft|inch=inch inches|yard=yard "
    "yards|nautical_mile=nautical_mile nautical_miles|km2=square_kilometre square_kilometres square_kilometer square_kilometers "
    "sq_km|m2=square_metre square_metres square_meter square_meters sq_m|mile2=square_mile square_miles sq_mi|foot2=square_foot "
    "square_feet sq_ft|ha=hectare hectares|acre=acre acres|l=litre litres liter liters|ml=millilitre millilitres milliliter "
    "milliliters|gallon=gallon gallons|barrel=barrel barrels|m3=cubic_metre cubic_metres cubic_meter cubic_meters|kg=kilogram "
    "kilograms kilo kilos kilogramme kilogrammes kgs|g=gram grams gramme grammes|mg=milligram milligrams|t=tonne tonnes "
    "metric_tons metric_ton|ton=ton tons|lb=pound_weight lb lbs|oz=ounce ounces|mph=mph miles_per_hour miles_an_hour|km/h=kph kmh "
    "kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour km_per_hour|knot=knot knots|"
    "m/s=metres_per_second meters_per_second|second=second seconds sec secs|minute=minute minutes min mins|hour=hour hours hr hrs|"
    "day=day days|week=week weeks|fortnight=fortnight fortnights|month=month months|year=year years yr yrs|decade=decade decades|"
    "century=centuries|percent=percent per_cent pct|point=percentage_point percentage_points pct_points|degree=degree degrees|"
    "C=degrees_celsius degrees_centigrade celsius|F=degrees_fahrenheit fahrenheit|MW=megawatt megawatts|GW=gigawatt gigawatts|"
    "kW=kilowatt kilowatts|kWh=kilowatt_hours|times=times",
    money="USD=dollar dollars us_dollars bucks|EUR=euro euros|GBP=pound pounds sterling pounds_sterling|GBp=pence|USc=cent cents|"
    "JPY=yen|KRW=won|CNY=yuan renminbi|RUB=rouble roubles ruble rubles|INR=rupee rupees|CHF=franc francs swiss_francs|UAH=hryvnia "
    "hryvnias|TRY=lira|ILS=shekel shekels|SEK=krona kronor|PLN=zloty zlotys",
    labels="article articles section sections paragraph clause chapter page pages day week year phase stage round level tier "
    "category grade class type version model mark act bill item question exhibit ex figure fig table appendix annex line row "
    "column cell seat room ward gate platform track terminal runway route highway interstate motorway road street avenue flight "
    "number no nos channel group unit district sector zone area block building house apartment flat floor lot plot tank reactor "
    "engine car bus tram train camp site station squadron regiment battalion brigade division army company fleet film part volume "
    "vol episode season series book issue windows android ios iphone galaxy boeing airbus apollo falcon soyuz tornado formula "
    "resolution protocol title rule order chapter verse psalm world_war war covid iteration step task case claim scene game match "
    "heat lane pier dock hangar bed box bay",
    streets="street st road rd avenue ave lane ln drive boulevard blvd square place terrace court crescent close way",
    clock_before="at by until till before after past since",
    clock_after="am pm a.m p.m a.m. p.m. o'clock o’clock gmt bst utc cet est edt hrs_gmt in_the_morning in_the_afternoon in_the_evening",
    year_before="in since from until till by of before after during around circa year late early mid",
    ago="ago earlier later before_that",
    people="people persons person men women children child kids babies infants girls boys man woman adults teenagers youths "
    "students pupils teachers passengers drivers riders travellers commuters pedestrians tourists visitors residents inhabitants "
    "villagers citizens civilians soldiers troops servicemen fighters militants rebels insurgents gunmen attackers suspects "
    "prisoners hostages captives detainees police officers officials firefighters rescuers medics doctors nurses paramedics "
    "patients victims casualties survivors workers employees staff journalists reporters protesters demonstrators supporters fans "
    "spectators refugees migrants families households members deaths fatalities injuries personnel recruits conscripts volunteers "
    "voters deputies lawmakers ministers others dead injured wounded missing bodies lives us them those",
    things="homes houses buildings flats apartments schools hospitals shops villages towns cities districts vehicles cars buses "
    "trucks lorries trams trains planes aircraft flights ships boats tanks drones missiles rockets shells bombs attacks strikes "
    "cases claims complaints jobs votes seats doses tests copies users customers viewers followers subscribers barrels tonnes tons "
    "litres crates bottles boxes shares countries states nations companies firms carriages coaches engines crews units",
    nouns="plural",
    modifiers="other more further additional new different separate",
    stops="a an the and or but nor of in on at by for with from to into onto over under about after before since until during "
    "between against among through as than that which who whom whose where when while because if though although is are was were "
    "be been being has have had do does did will would can could may might must shall should not no so too also still already yet "
    "now then there here it he she they we you i his her its their our your my this these those said says told per each every both "
    "either another remain remained out up down off away early late ago earlier later last next today yesterday tomorrow taken "
    "brought went",
    aged="aged age",
    years_old="-year-old -years-old year-old year-olds years-old -year-olds years_old years_of_age",
    states="killed=killed dead died dies die deaths fatalities murdered drowned perished|injured=injured wounded hurt injuries|"
    "missing=missing unaccounted|trapped=trapped|rescued=rescued freed|arrested=arrested detained|evacuated=evacuated|"
    "displaced=displaced homeless|hospitalised=hospitalised hospitalized|infected=infected|captured=captured|destroyed=destroyed|"
    "damaged=damaged|sent=sent deployed",
    states_before="killed=killed kills killing kill claimed_the_lives_of death_toll_rose_to death_toll_has_risen_to "
    "death_toll_rises_to death_toll_to death_toll_of death_toll_stands_at death_toll_reached death_toll_climbed_to dead deaths "
    "murdered left|injured=injured injures injuring wounded wounding hurt hurting|trapped=trapped trapping traps|arrested=arrested "
    "arresting detained|evacuated=evacuated evacuating|displaced=displaced displacing|rescued=rescued freed|destroyed=destroyed "
    "destroying|damaged=damaged damaging|captured=captured|sent=sent sending deployed deploying",
    auxiliary="were was are is have has had been being be now also all feared reported confirmed believed to initially still left "
    "reportedly remain remained later then who are_feared",
    months="january 1 jan 1 february 2 feb 2 march 3 mar 3 april 4 apr 4 may 5 june 6 jun 6 july 7 jul 7 august 8 aug 8 september "
    "9 sept 9 sep 9 october 10 oct 10 november 11 nov 11 december 12 dec 12",
    weekdays="monday 1 tuesday 2 wednesday 3 thursday 4 friday 5 saturday 6 sunday 7 mon 1 tue 2 tues 2 wed 3 thu 4 thur 4 thurs 4 fri 5",
    relative_days="today 0 tonight 0 yesterday -1 tomorrow 1",
    last="last",
    next="next",
    periods="last_week=last_week|this_week=this_week|next_week=next_week|last_month=last_month|this_month=this_month|"
    "next_month=next_month|last_year=last_year|this_year=this_year|next_year=next_year",
    halves_of_day="am=am a.m a.m. in_the_morning|pm=pm p.m p.m. in_the_afternoon in_the_evening",
    minus="minus",
)


# Which words say the same

NEWS_WORDS = news_words()
# The language

LANGUAGE = Language(
    "en",
    "English",
    quotation_marks=(("“", "”"), ('"', '"'), ("‘", "’")),
    numbers=NUMBERS,
    speech=SPEECH,
    stemmer="english",
    alike=NEWS_WORDS,
)
