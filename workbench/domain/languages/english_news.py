"""Words of English news that say the same of an event, for comparing sentences. A row a thing, named by its first word.

They were written for the desk and are joined for likeness alone: what differs between two of them (killed, died) is still shown, in the
words of each article.
"""

from __future__ import annotations

_ROWS = """
dead die dies died dying death deaths deadly killed kill kills killing killings fatal fatally fatality fatalities perished perish slain toll
injured injure injures injuring injury injuries hurt hurts wounded wound wounds wounding casualty casualties maimed
arrested arrest arrests arresting detained detain detains detention apprehended custody
crash crashed crashes crashing collision collisions collided collide accident accidents smash pileup wreck wreckage
derailed derail derails derailment derailments derailing
overturned overturn overturns overturning flipped flip toppled topple tipped capsized capsize rolled
curve curves bend bends corner
speed speeds speeding sped fast faster velocity
trapped trap traps trapping stuck stranded
rescued rescue rescues rescuing freed free freeing extricated saved
hospital hospitals hospitalised hospitalized clinic clinics infirmary
rain rains raining rainy rainfall downpour downpours torrential
tunnel tunnels underpass subway
summoned summon summons summoning
recalled recall recalls recalling
withdrawal withdraw withdraws withdrew withdrawn withdrawing withdrawals pullout pull-out retreat retreats retreated
troops troop soldier soldiers forces serviceman servicemen
demand demands demanded demanding urge urges urged urging
deployed deploy deploys deploying deployment send sends sent sending dispatch dispatches dispatched transferred transported shipped
confirmed confirm confirms confirming confirmation verified verify verifies verification
denied deny denies denying denial denials
rejected reject rejects rejecting rejection dismissed dismiss dismisses refuted refute
condemned condemn condemns condemning condemnation denounced denounce denounces criticised criticized criticise criticize criticism
agreement agreements pact pacts treaty treaties accord accords
violation violate violates violated violating violations breach breaches breached breaching
weapons weapon weaponry arms munitions munition ammunition
training train trains trained
investigation investigate investigates investigated investigating investigations investigators probe probes probing inquiry inquiries
asleep sleep sleeping slept
fainted faint blackout blacked unconscious
limit limits limited maximum permitted allowed
law laws legal legally lawful
warned warn warns warning warnings
replied reply replies respond responds responded response responses answered
comment comments commented commenting remark remarks silent silence
attack attacks attacked attacking assault assaults assaulted strike strikes struck raid raids raided
fire fires blaze blazes flames burned burnt burning
explosion explosions exploded explode explodes blast blasts detonated detonation
shot shoot shoots shooting shootings gunfire gunshots
protest protests protested protesting protesters demonstration demonstrations demonstrators demonstrated rally rallies rallied marched
resigned resign resigns resigning resignation quit
election elections elected vote votes voted voting ballot ballots polls
launched launch launches launching
destroyed destroy destroys destroying destruction demolished wrecked
damage damaged damages damaging
evacuated evacuate evacuates evacuating evacuation evacuations
missing disappeared disappear disappearance vanished
flood floods flooded flooding deluge inundated
earthquake earthquakes quake quakes tremor tremors
storm storms hurricane hurricanes typhoon typhoons cyclone cyclones
plane planes aircraft airplane airplanes airliner airliners jet jets jetliner
ship ships vessel vessels boat boats ferry ferries
car cars vehicle vehicles automobile
police officer officers constable constables cops
child children kid kids boy boys girl girls youngsters
doctor doctors physician physicians medics
court courts tribunal judge judges
trial trials prosecuted prosecution prosecutors prosecutor
charged charge charges accused accuse accuses accusing accusation accusations indicted indictment
jailed jail imprisoned prison sentenced sentence convicted conviction
stolen steal stole theft robbed robbery burglary looted
kidnapped kidnap abducted abduction hostage hostages
escaped escape escapes fled flee flees fleeing
found find finds finding discovered discover discovery
rose rise rises rising risen increase increases increased increasing climbed climb surge surged grew
fell falling fallen decrease decreases decreased decline declines declined dropped plunged shrank
bought buy buys buying purchase purchased acquire acquires acquired acquisition takeover
sold sell sells selling sale
missile missiles rocket rockets
sanctions sanction sanctioned embargo
ceasefire truce armistice
talks negotiations negotiate negotiated negotiating summit
visit visits visited visiting
refugees refugee migrants migrant
outbreak epidemic infected infection infections cases
won win wins winning victory defeated defeat beat
lost lose loses losing loss
appointed appoint appoints named nominated
fired sacked dismissal ousted
banned ban bans banning prohibited prohibit outlawed
approved approve approves approval passed
published publish publishes released release releases issued
leaked leak leaks
postponed postpone delayed delay delays
cancelled canceled cancel scrapped
began begin begins started start starts beginning
ended end ends ending halted halt stopped stop finished
closed close closes closing shut shutdown
opened open opens opening
built build builds building buildings construction
collapsed collapse collapses collapsing
suspended suspend suspension
apologised apologized apologise apologize apology regret regrets regretted
promised promise promises pledged pledge vowed vow
planned plan plans planning intends intend intended
reckless irresponsible
help helps helped helping aid aided assist assisted assistance
supply supplies supplied supplying provide provides provided providing
aboard onboard board
"""


def news_words() -> tuple[str, ...]:
    """The rows."""
    return tuple(_ROWS.strip().splitlines())
