"""French."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers(
    thousands="\u00a0\u202f.'",
    decimal=",",
    cardinals="deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 "
    "seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80 nonante 90 cent "
    "100 cents 100",
    doubtful="neuf cent",
    one="un une",
    bare="mille cent",
    multiples="dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 "
    "centaine 100 millier 1000",
    many="dizaines 10 centaines 100 milliers 1000 douzaines 12 millions 1000000 milliards 1000000000",
    of="de d des du",
    scales="m 6 k 3 mille 3 million 6 millions 6 milliard 9 milliards 9 billion 12 billions 12 md 9 mds 9 mrd 9 mn 6 mio 6",
    joiners="et",
    vigesimal=True,
    half="moitié demi demie",
    no_half="première seconde deuxième dernière autre cette",
    and_half="et_demi et_demie",
    fractions="tiers 3 quart 4 quarts 4 cinquième 5 cinquièmes 5 dixième 10 dixièmes 10",
    ordinals="troisième 3 quatrième 4 sixième 6 septième 7 huitième 8 neuvième 9 onzième 11 douzième 12",
    ordinal_endings="er ère re e ème eme nd nde",
    none="aucun aucune",
    about="environ autour_de quelque quelques près_de_l'ordre_de de_l'ordre_de approximativement à_peu_près une_estimation_de "
    "aux_alentours_de ~ ≈ env",
    at_least="au_moins pas_moins_de au_minimum ≥",
    more_than="plus_de plus_d' au-dessus_de au-delà_de supérieur_à dépassant >",
    at_most="jusqu'à jusqu_à au_plus au_maximum pas_plus_de maximum ≤",
    fewer_than="moins_de en_dessous_de inférieur_à <",
    nearly="près_de presque quasiment",
    after="at_least=ou_plus au_moins et_plus|about=environ|at_most=au_plus au_maximum ou_moins",
    filler="un_total_de au_total les le la l' ces ses leurs quelque autres un une plus_ou_moins",
    to="à ou",
    between="entre",
    between_and="et",
    source="de",
    units="km=kilomètre kilomètres|m=mètre mètres|cm=centimètre centimètres|mm=millimètre millimètres|mile=mile miles|"
    "nautical_mile=milles_nautiques mille_nautique|km2=kilomètres_carrés kilomètre_carré km_carrés|m2=mètres_carrés mètre_carré|"
    "ha=hectare hectares|l=litre litres|m3=mètres_cubes mètre_cube|kg=kilogramme kilogrammes kilo kilos|g=gramme grammes|"
    "mg=milligrammes|t=tonne tonnes|km/h=kilomètres_heure kilomètres_à_l'heure km/h|knot=nœud nœuds noeuds|second=seconde secondes|"
    "minute=minute minutes|hour=heure heures|day=jour jours|week=semaine semaines|month=mois|year=an ans année années|"
    "decade=décennie décennies|percent=pour_cent|point=point_de_pourcentage points_de_pourcentage|C=degrés_celsius|degree=degré "
    "degrés|MW=mégawatts|GW=gigawatts|barrel=baril barils|times=fois",
    money="EUR=euro euros|USD=dollar dollars|GBP=livre livres_sterling|CHF=franc_suisse francs_suisses|JPY=yen yens|RUB=rouble "
    "roubles|CNY=yuan yuans|XAF=francs_cfa|EURc=centimes",
    labels="article articles art page pages chapitre numéro n n° nº jour phase niveau catégorie classe ligne voie quai étape "
    "section paragraphe alinéa annexe figure tableau chambre salle porte lot réacteur vol route boeing airbus acte point version "
    "modèle type canal étage bâtiment zone groupe match épisode saison loi",
    streets="rue avenue boulevard place impasse chemin quai allée allées cours bd av bis ter",
    clock_before="à vers dès avant après jusqu'à de entre",
    clock_after="h h00 h30 heures_du_matin heures_du_soir heures_de_l'après-midi heures_gmt heures_locales heure_locale heures_précises",
    clock_hours="heures heure",
    year_before="en depuis dès avant après fin début mi courant l'an années année",
    ago="y_a il_y_a plus_tôt plus_tard auparavant",
    people="garçon fille adolescent adolescente jeune passager conducteur soldat policier personnes personne hommes homme femmes "
    "femme enfants enfant filles garçons adolescents jeunes élèves étudiants passagers voyageurs conducteurs piétons touristes "
    "habitants résidents citoyens civils soldats militaires combattants rebelles assaillants suspects prisonniers otages policiers "
    "gendarmes agents pompiers secouristes médecins patients victimes victime blessés blessé morts mort disparus survivants "
    "ouvriers salariés employés journalistes manifestants supporters réfugiés migrants familles ménages membres décès corps vies "
    "fonctionnaires députés détenus",
    things="maisons logements immeubles bâtiments écoles villages localités communes villes véhicules voitures bus trains avions "
    "navires bateaux chars drones missiles roquettes cas emplois voix sièges doses pays états entreprises exemplaires habitations "
    "magasins",
    nouns="next",
    modifiers="autres autre nouveaux nouvelles jeunes petits grandes grands premiers premières derniers dernières",
    stops="le la les l un une des du de d et ou mais ni à au aux en dans sur sous par pour avec sans vers chez contre entre que "
    "qui quoi dont où est sont était étaient a ont avait avaient été être ne n pas plus se s il elle ils elles on ce cette ces son "
    "sa ses leur leurs y comme si selon après avant depuis pendant lors",
    aged="âgé âgée âgés âgées",
    years_old="",
    states="killed=tués tué tuées morts mort mortes décédés périssent péri décès|injured=blessés blessé blessées|missing=disparus "
    "disparu disparues portés_disparus|arrested=arrêtés arrêtées interpellées interpellés|evacuated=évacués évacuées|"
    "rescued=secourus sauvés sauvées|displaced=déplacés déplacées sans_abri|trapped=coincés bloqués|destroyed=détruits détruites|"
    "damaged=endommagés endommagées",
    states_before="killed=tué tuant tue fait coûté_la_vie_à tuent|injured=blessé blessant blesse|arrested=arrêté interpellé|"
    "evacuated=évacué",
    auxiliary="sont ont été sont étaient avaient ont_été sont_mortes",
    months="janvier 1 janv 1 février 2 févr 2 mars 3 avril 4 avr 4 mai 5 juin 6 juillet 7 juil 7 août 8 aout 8 septembre 9 sept 9 "
    "octobre 10 oct 10 novembre 11 nov 11 décembre 12 déc 12",
    weekdays="lundi 1 mardi 2 mercredi 3 jeudi 4 vendredi 5 samedi 6 dimanche 7",
    relative_days="aujourd'hui 0 hier -1 avant-hier -2 demain 1",
    last="dernier passé",
    next="prochain",
    periods="last_week=semaine_dernière semaine_passée|this_week=cette_semaine|next_week=semaine_prochaine|last_month=mois_dernier|"
    "this_month=ce_mois-ci|next_month=mois_prochain|last_year=année_dernière an_dernier l'an_dernier|this_year=cette_année|"
    "next_year=année_prochaine",
    halves_of_day="am=du_matin|pm=du_soir",
    abbreviations="md mds mrd mn mio",
    minus="moins",
)

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
    stemmer="french",
)
