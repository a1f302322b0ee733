/**
 * Things people speak of, by the folded stems that name them in English and in Swedish. A stem stands for every word that
 * starts with it; `=word` for that word alone. They let an English example help to understand a Swedish sentence.
 */
const stems: Readonly<Record<string, string>> = {
  phone: 'phone telefon mobil =cell cellphone handset smartphone iphone android nokia =lur =luren',
  number: 'number nummer numret =nr',
  sms: 'sms =text =texts texted textmedd =mess =messet',
  call: '=call calls called calling =ring =rings =ringer ringde ringt ringning uppring samtal =rang phoned',
  mail: 'email mail mejl epost =post inbox inkorg gmail icloud',
  junk: 'junk spam skrap',
  code: '=code codes =kod koden koder verifieringskod testkod engangskod otp passcode',
  receive:
    'dyker =dok trilla plinga pling =pip =pep buzz =ping pinged landat =landed =land =appear =appeared =peep =beep ramla surr =get =gets =getting =got receiv arriv come =coming =kom kommer kommit =far =fa fick fatt dyk anland =show =shows =sent',
  not: '=not =no =never =nothing =none =nowhere =dont =doesnt =isnt =cant =cannot =wont =havent =hasnt =didnt =wasnt =couldnt =arent unable =inte =ej =aldrig =inget =ingen =inga =ingenting',
  password: 'password passwd =pw =pwd =pass passphrase losenord losen',
  account: 'account =acct =acc konto =user users =anvandaren anvandarkonto',
  reset: 'reset resett aterstall nollstall sspr',
  change:
    'change changing byt byter bytte bytt =andra andrar andrat andrad updat uppdat swap switch replac ersatt edit modif',
  remove: 'remov delet eras rader =bort =away tagit',
  fresh: '=new =ny =nya =nytt',
  former: '=old =gammal =gamla =gammalt former previous tidigare forut =earlier =used',
  register: 'regist enrol signup anmal setup onboard =anmald',
  setUp: '=set =add =adding lagg =lagt =uppsatt install =installt',
  admin: 'admin administ global',
  support: 'helpdesk servicedesk support =desk =ticket tickets =arende arenden felanmal',
  microsoft: 'microsoft =ms azure entra',
  company: 'organi =org compan foretag bolag firma tenant corporate employer arbetsgiv',
  enabled: 'enabl activat aktiver paslag =igang =turned =slagit',
  disabled: 'disabl inaktiver avstang avaktiver =off deactiv inactiv bortkoppl stang avslag',
  verify: 'verif prove proof proving bevis authentic autentis legitim identi',
  confirm: 'confirm bekraft reconfirm godkann approv',
  many: '=many =manga attempt tries =tried forsok guessed gissat =limit gransen',
  blocked: 'block sparr =locked =lock =last lasts lasta utelast froz frys =banned',
  dayLong: '=24 24h dygn tomorrow imorgon =hours timmar =tim',
  expired: 'expir timeout =timed session tidsgrans =hann hinn =gatt =gick upphor upphort',
  guest: 'guest gast extern invit inbju b2b partner consult konsult contractor inhyrd leverant supplier',
  personal: 'personal privat hotmail =live =own =egen =eget',
  cookie: 'cookie =kakor =kaka',
  method: 'method metod option alternativ =val =valet =valen =choice =choices =way =ways =satt =sattet',
  choose: 'choos pick select valj',
  office: 'office kontor arbetstelefon jobbtelefon landline jobbnummer vaxel =desk',
  question: 'question fraga fragor sakerhetsfrag',
  answer: 'answer svar',
  license: 'licen',
  group: 'group grupp',
  details: 'information =info detail uppgift =data',
  missing: 'missing sakna fatta lack =gone =borta forsvunn forsvann disappear vanish =removed',
  service: 'service tjanst',
  configured: 'config konfig installning defin',
  connection: 'connect anslut uppkoppl network natverk server koppling reach =nar =na =nere =down',
  policy: 'polic regel regler =rule =rules princip requir krav',
  easy: 'guess gissa common vanlig =easy =latt weak =svagt simple =enkelt',
  rules: 'histor =age alder complex komplex =length langd =reuse',
  meter: 'meter matar strength styrk indica indik =bar stapel =stark =starkt strong',
  computer: 'computer =pc laptop dator windows',
  vpn: 'vpn',
  lost: '=lost =lose stolen stulen stulit tappa blivit =broken =sonder =dead',
  forgot: 'forgot forget glom minns rememb =ihag',
  who: '=who =whom =vem =vilka =anyone',
  see: '=see =sees =seen visible =syns =ser =se =read =reads lasa laser view =public offentlig',
  store: 'store stored storage =save =saved saves spara lagra',
  privacy: 'gdpr privacy integritet dataskydd =safe sakert',
  trial: 'test =try =trying prova provk rehears practi =ova ovning simul =dry torr',
  why: '=why varfor reason orsak =beror =anledning',
  error: 'error =fel felet felmed felkod =wrong fail misslyck strul =trasig',
  talk: '=talk =speak prata snacka =tala',
  person:
    'human person manniska someone somebody =nagon real riktig =humans puls levande =flesh =homo bemannad =anyone',
  tongue:
    'swedish english svenska engelska german tyska french franska spanish spanska norsk norweg finnish finska danish danska polish polska arab sprak language',
  again: '=again =igen =varje =every =keeps =keep =jamt =still fortfarande repeated',
  prompted: 'prompt tillfraga uppman ombedd ombett =asked popup reminder paminn =asks',
  place: '=home =hem hemma hemifran hotel harifran outside utanfor utomlands abroad =location plats',
  app: '=app appen authenticator',
  format: 'format country landskod landsnummer prefix felskriv felformat malform',
  match: 'match stamm recogn accept godta =doesnt',
  userName: 'username userid anvandarnamn anvandarid inloggningsnamn =upn',
  asked: '=request requested begar begart =bett =bad',
  crime: 'phish hack scam suspicious misstank bedrag fishy skum lurt natfisk =lurad =fake fejk =bluff',
  logIn: 'login logon =log =sign signin logga inlogg loggat loggar',
  correct: '=correct =right =ratt =riktigt stammer =korrekt unchanged oforandr =same =samma',
  mine: '=mine =mitt =min =mina =my',
  wanted: '=want =wants =wanna =like =wish =vill =need =needs =behover =behova',
  must: '=must =should =supposed =ska =maste =borde =required tvung forced forcing tving demand',
  able: '=can =could =able possible =kan =kunde =gar =went =lets =allow',
  what: '=what =whats =vad =which =vilken =vilket',
  how: '=how =hur',
  when: '=when =nar =soon =snart',
  where: '=where =var =vart =wheres',
  would: '=would =skulle =if =whether =om =suppose =tank =pretend latsas',
  ask: 'contact kontakta forward escal eskal =kontaktar',
  use: '=use =using anvand',
  access: 'access atkomst behorig permission rights rattighet',
  page: '=page =pages =site portal =sida =sidan =screen =view',
  security: 'security sakerhet',
  only: '=only =bara =enda enbart endast =just =alone ensam =single =solely',
  two: '=two =tva =second =both =bada =extra =additional ytterligare',
  another: '=another =other =annan =annat =different =else =instead =stallet annorlund',
  wait: '=wait =waiting =waited vanta vantat minut =while =long =lange =lang drojer',
  aid: 'help hjalp assist',
  address: 'address adress',
  allowed: 'allow tillat permit allowed godkant',
  name: '=name =namn =named =company',
  functions: '=work =works =working =worked funk fungera',
  refused:
    'spit =spat spott whine whin gnall =shakes skakar ratar dissa =pooh moan grumbl complain klaga klagar envisas insist bounce bounced =godtar =godkanns vagrar =blankar =nobbar turned  reject deni deny denied nekas neka avvis vagra underkan =rejected duger',
  feature: 'feature funktion =funktionen',
  onPremises: 'premis onprem =prem lokal =local director katalog =ad domain doman =servers servrar =inhouse intern',
  necessary: 'necessar nodvand =required =needed krav kravs behovs',
  writeback: 'writeback tillbakaskriv',
  managed: 'managed manages handl hantera skots skoter =styr =controls =charge',
  offered: 'offer listed =list lista visas visa erbjud shown showing available tillganglig =finns =there =present kvar',
  already: 'already redan',
  found: '=exist exists =found =find hitta unknown okand =known kanner',
  enough: 'enough insufficien tillrack otillrack =racker =few =fewer =raknas',
  typed:
    'typed =type typing enter entered =fill =filled wrote written skriv skrev angav fyll fylla =anger =ange =angett spell',
  opens:
    '=open opens opening =load loads loading oppna ladda blank window fonst =tomt =vit =vitt =hang hangs hanger click klick press tryck =ruta =rutan dialog appear =popup snurr spin',
  processed: 'process bearbet behandl',
  unexpected: 'unexpected ovant generic allman =unknown =okant =oops',
  stop: '=stop cancel quit avbryt sluta avsluta strunt =nevermind abort =stopp =skit =exit',
  thanks: 'thank =thx =ty tack =cheers appreciat uppskatta =merci =schysst',
  hello: '=hi =hello =hey =hej hejsan tjena =tja =morning =morgon =god =good =evening =kvall =halla =hiya =tjo =morrn',
  done: 'success succeed succeeded lyckad lyckats complet =klar =klart =done =fardig =finished =ready =redo =went',
  member: 'member medlem =ingar =tillhor belong tillagd =team',
  temporary: 'temporar tillfall =moment',
  begin: '=start =begin =started borja =over =igang =continue fortsatt',
  halfway: '=middle halfway halvvag =during =under =while',
  online: '=web =webb webben online internet cloud molnet =nat =natet',
  message: 'message meddeland =notice alert varning',
  automatic: 'automat',
  protected: 'protect skydd',
  customer: 'customer kund kunds =tenant klientorg',
  conditional: 'conditional villkor vilkor criteria kriteri',
  lose: '=lose =loose losing forlor tappa =losing',
  abroad: 'abroad utomland roaming operator carrier =sim simkort coverage tackning signal',
  everyone:
    'everyone everybody =others colleague kolleg =alla =all =allihop =whole =entire =hela samtlig =nobody =ingen',
  boss: '=boss manager =chef chefen',
  meaning: 'explain forklar =mean =means meaning betyd innebar menas =menar understand forstar =fattar =clarify',
  link: '=link =lank lanken =url =address',
  today: '=today =idag tonight ikvall weekend helgen =imorgon holiday semester',
  status: 'status =laget overview oversikt =progress',
  robot: '=bot robot botten =machine maskin',
  fix: '=fix fixa ordna =sort solve losa =solved =problem problemet issue trouble',
  hacked: 'intrud inkrakt attack =genuine =legit akta fraud bluff phishing',
  switchedOff: '=switched =turned avstangd shut =slagit =avslagen',
  pastTime: 'yesterday igar =recently nyligen nyss =earlier',
  oneself: '=i =im =jag =mig =me =ive',
  something: '=something =nagot =nagonting =anything =nothing =inget',
  some: '=some =few =nagra =certain =part =half =several',
  more: '=more =mer =mera =ytterligare =till',
  time: '=time =times =gang =ganger =twice =tid =tiden =day =days =dag =dagar =hour',
  before: '=before =innan =ago =sedan =since =earlier',
  without: '=without =utan',
  much: '=enough =much =mycket =long =longer =langre',
  besides: '=except =utom =besides =utover',
  say: '=says =say =said =sager =sa =told =tells =claims =pastar =claim =apparently =tydligen =visst',
  give: '=give =gives =ge =ger =gave =gav =send =sends =skicka =skickar =sent',
  thrownOut:
    '=threw =thrown =kicked =kastade =kastad =utkastad =utslangd =utloggad =kastades =hamnade =bounced =landed',
  should: '=shouldnt =shouldve =borde',
  self: '=self =myself =sjalv =egen =own',
  whole: '=most =full =all =hel =hela =allt =everything',
  log: '=event =handelse =log =loggen =agent =sync synkserv handelselogg programlogg',
  passkey: 'passkey passnyck fido yubikey',
  otherApp: 'whatsapp rcs',
  ended: 'retir discontinu scrap abolish upphor avskaff slopa skrot nedlagd =ended =slutat',
  provider: 'provider leverantor operator supplier vendor telesign soprano',
  weak: 'harder svarare =short =kort =predictable =forutsagbar',
  words: '=word =words =ord =character =characters =tecken tecknen',
  condition: 'correct incorrect felakt ogiltig invalid =ratt =sant',
  happen: 'happen =hande =hander =occurred =intraffade =uppstod',
  still: '=still =yet =an =annu =fortfarande =anyway =anda',
  polite: 'please =snalla =sorry =forlat =ursakta =kindly vanlig',
  minimum: '=minimum =minsta =maximum =max',
  elsewhere:
    'excel powerpoint =word worddok outlook printer skrivar lunch wifi kalend calendar coffee kaffe sharepoint onedrive zoom headset horlur keyboard tangent mouse =musen salary =lon lonen lonespec parking parker elevator hiss fridge kylskap lampa kitchen koket bestall paket package deliver leverans budget =zip filen folder mapp macro makro =sql database databas deploy birthday fodelsedag party pizza restaurant restaurang concert konsert biljett passport korkort sales salj skatt',
  otherPerson:
    'colleague colleag coworker workmate =boss =bosss bosses =manager =managers supervisor =wife =wifes husband partner =son =sons daughter =mum =mom =dad mother =father trainee intern student pupil apprentice assistant secretary teammate =guy =guys =kid =kids neighbour kolleg arbetskamrat =chef =chefen =chefens =fru =frun hustru =maken =make =sambo =sambon praktik =elev elever =eleven vikarie vikarien assistent sekreterare =dotter mamma pappa kompis nyanstall newbie newcomer starter receptionist =nurse =vd =vdn =ceo =cfo =direktor direktoren =teacher =larare lararen =barn =barnet granne director =president principal rektor dean roommate flatmate',
  third:
    '=he =she =hes =shes =him =her =his =hers =they =theyre =them =their =han =hon =honom =henne =hans =hennes =dem =deras',
  otherSystem:
    '=sap agresso visma fortnox kronos workday =jira confluence salesforce adobe acrobat =zoom netflix spotify instagram linkedin facebook =tiktok whatsapp bankid =swish klarna skatteverk =1177 forsakringskass csn vklass =unikum =skola24 schoolsoft edlevo =tieto heroma =primula medvind =procapita lifecare =cosmic =melior takecare =pascal servicenow zendesk =okta =duo cisco anyconnect globalprotect fortinet forticlient =citrix vmware =github gitlab =slack trello asana dropbox =box hubspot =oracle =peoplesoft concur =navision dynamics unit4 hogia palette proceedo medius kivra digipost postnord schenker =dhl =ups paypal amazon =ebay =steam =xbox playstation =apple icloud appleid =google =gmail hotmail =yahoo =autocad revit =figma =canva =miro mentimeter kahoot ladok canvas moodle itslearning blackboard =lms benify =edenred flex flexhrm =quinyx =personec =raindance =planon =lisam =ebms =badge passerkort passerbricka =tag =taggen =keycard =access voicemail rostbrevlad printer skrivare =skrivarn scanner =kiosk =vpn bitlocker =pin =pinkod =pinkoden =pinen =hello =router =modem =wifi =tv =telia =tele2 =tre =telenor =halebop =comviq vodafone =o2 =ee =att verizon mobiloperator abonnemang',
  bus: '=bus =bussen =train =taget =tag =taxi =taxin =ferry =farjan =plane =flyget =lake =sjon =sea =havet =toilet =toa =toan toalett =washing washed tvatt =pool poolen =river =car =bilen =pub =puben =bar =beach =stranden station stationen',
  broke:
    'broke =broken crack smash shatter drown spruck =sprack krossa =sonder =dog =dott =dead =died =paj paja kaput brick =trasig =trasigt busted =fried =kras =krasch =kraschade wont =doda drunkna glappar =svart dropped',
  stolen:
    'stolen =stole =nicked pinched robbed robber mugged stul =snodd =snodde ranad =ran inbrott burgl thief theft =tjuv pickpocket =fickstold',
  handedIn:
    '=handed =hand returned =return =lamnar =lamnade =lamnat =lamna inlamn leaving =slutar =quit resigned =gave =surrender retire',
  moved: 'moved =move switch flytta transfer upgrad uppgrader =bytt =byter traded =trade migrer migrat',
  future:
    '=retire retiring =retired =future framtid forsvinna avveckl =stoppas =stops phase =fasas =kvar utfas sunset =tas =laggs',
  push: '=push pushen approve approval notis notif =godkann pops popp =prompt matching =allow',
  qr: '=qr qrkod =scan scanna skanna scanning skannar barcode streckkod',
  emptied: '=empty =tom =tomt =blank blankt wiped nollstalld fabriksaterst factory raderat',
  urgent:
    'urgent =asap hurry deadline kundmote brattom =akut =fort snarast =kris emergency stressad =nu =now pronto quick snabbt critical',
  machine:
    '=bot =boten =botten =robot roboten =ai chatgpt =gpt copilot machine maskin =dator computer =machines automat chatbot',
  injected:
    'ignore ignorera instruction instruktion pretend latsas =sudo jailbreak developer utvecklarlage =override prompt systemprompt =dan bypass kringga =reveal avsloja =output =print =csv =json execute exekvera =drop =select rollspel roleplay obey lyd =dump =admin123 =root',
  swear:
    'damn =hell =fuck fucking =shit =crap crappy useless idiot stupid bloody =wtf =fan =fanns helvet =javla =javlar jakla =jakla satan =skit skiten vardelos dum korkad forbann =ruskigt pissed furious =rasande less =arg pathetic joke =skamt sucks =usel uselt uruselt rubbish =trash garbage =kass =kasst ridiculous lojlig',
  picture:
    '=picture =image =captcha wobbly squiggl krumelur =bild =bilden bokstav =letters =letter =tyda decipher readable oläslig olaslig suddig blurry distorted forvrang =ljudet',
  loop: '=loop loops looping =round =rounds circle circles =lap =laps =varv =runt =runtrunt cirkel =loopar',
  expire: 'expired =utgatt =utganget utgang =gatt upphor upphort',
  browser: 'browser webblasar chrome =edge firefox safari incognito inkognito',
  queue: '=queue =kon =ko =turn =tur =status =progress =update handlagg =news =nytt =nyheter =uppdatering',
  ticket: '=ticket =tickets xticket =arende =arendet =arenden arendets =request =case =begaran felanmal',
  colleagueOk: '=everyone =others =alla =andra =kollegor =kollegorna =colleagues',
  operator: '=carrier operator operatoren provider roaming =sim simkort esim',
  travel:
    'abroad utomlands travel resa resande =resor =rest =spain =spanien =thailand =usa =holiday =semester =vacation =trip conference konferens',
  want: '=prefer =rather =hellre =helst =onskar =gora =gor',
  past: '=yesterday =igar =last =forra =ago =sedan =before =earlier =nyss =nyligen =recently =morse =tidigare =forut =back =since =used =brukade =hade =had =was =were =var =blev =previously =just =precis',
  days: '=monday =tuesday =wednesday =thursday =friday =saturday =sunday mandag tisdag onsdag torsdag fredag lordag sondag =week =veckan =vecka =weekend =helgen =month =manad =year =aret =morning =morgon =evening =kvall =night =natt =noon =klockan =kl =days =dagar =hour =hours =minutes =minuter',
  ending:
    '=last =final =end =slutet =sista =slut =finish =finished =almost =nastan =nearly =klar =step =steg =steget =stage',
  beginning: '=first =forsta =forst =start =begin =borjan =initial',
  think:
    '=think =thinks =believe =reckon =reckons =guess =tycker =tror =anser =seems =verkar =thinking =looks =appears =menar =figures =convinced',
  know: '=know =knows =vet =veta =kan =kunde =knew =sure =saker =remember =minns',
  tell: '=tell =tells =inform =let =saga =sag =beratta =meddela =halsa =forward =vidare =pass =notify =explain =upplys',
  typing:
    'knappa knappar =mata matar =slar =key =keyed punch =tap =tapped =typed =fyller =fyllde =entering =anger =skriver =skrev =hammered =hamrade =pressed =tryckte =trycker =hit',
  digits:
    '=digits =siffror =siffrorna =siffra =figures =numbers =nummer =six =sex =sexsiffrig =sexsiffriga =ending =slutar =ends',
  good: '=fine =fint =good =bra =great =ok =okay =nice =perfect =super =well =toppen =kanon =fin =smidigt =lovely =finemang =gott =happy =nojd =glad',
  discard:
    '=slang =kasta =ditch =chuck =bin =wipe =scrap =drop =plocka =rensa =erase =purge =forget =clear =throw =skrota =radera =avregistrera =unregister =koppla',
  asking:
    'fragar fragade undrar =wonder =wondering =ask =asked =asking =fraga =asks =demand demands =kraver =begar =wants =vill =insists',
  sending:
    '=send =sends =sent =sending skicka skickar skickade skickat levererar deliver =texted =texting =smsar =smsade =smsa =mejla =mejlar =mailed =forwards =sander',
  looking:
    '=look =looks =looking =kolla =kollar =titta =tittar =check =checking =peek =kika =browse =stare =staring =stirrar =stirrat =watch =glo',
  saying:
    '=says =said =saying =states =reads =claims =claim =pastar =star =stod =sager =sa =uppger =according =enligt =apparently =tydligen =tells =writes =meddelar =heter =kallas',
  rejecting:
    'refuse reject nekas nekar neka avvis vagra underkan duger =ratas =ratar spott spit =nobbar dissar =stoppas =blockas forkasta =godtar =turned =declin =bounces =bounced =studsar =throws =rod =red =rott disapprov =pooh =sniffs =gnall =hates =hatar =ogillar =dislikes =picky =krasen =dugde =accepts =accepted =accept =godkanner =godkanns =takes =tar =emot =swallow =svaljer =likes =gillar',
  belongs: '=tillhor =belongs =belong =hor =owned =ager =own =ours =theirs =mine =mitt =min =my =var =vart =our',
  workplace:
    '=ward =avdelning =avdelningen =factory =fabrik =fabriken =shop =butik =butiken =lab =labbet =school =skolan =skola =hospital =sjukhus =warehouse =lager =lagret =plant =verkstad =verkstan =site =production =produktionen =shift =passet =skift =office =kontoret =dispatch',
  exchange:
    'switchboard =vaxel =vaxeln =exchange =reception =receptionen receptionist =operator =menu =meny talsvar knappval attendant =ivr anknytning extension =frontdesk =disken =sekreteraren',
  secondFactor: '=mfa =2fa tvafaktor tvasteg =factor multifactor =godkannande =approval',
  device:
    '=device =devices =enhet =enheter =enheten =ipad =tablet =tablets =platta =plattan =surfplatta =watch =klocka =klockan =laptop =laptopen =datorn =computer =pc =skarm',
  cost: '=cost =costs =pay =paid =price =free =gratis =kostar =betala =betalt =ersattning =money =pengar =charge =salary =lon',
  suffices:
    'enough =racker =rackte =racks =count =counts =raknas =raknar =sufficient =duger =alone =ensam =ensamt =only =bara =endast =just =single =nog',
  control:
    'button =link =lank =lanken =knapp =knappen =option =val =valet =choice =menu =list =listan =alternativ =box =ruta =rutan =field =falt',
  silence:
    '=silent =silence =tyst =quiet =dead =dod =dott =mute =ljudlos =stumt =mum =squat =zilch =nada =noll =nix =nope =nothing =inget =ingenting =zero',
  ongoing:
    '=waiting =waited =wait =vantar =vantat =vanta =sitting =suttit =sitter =hanger =hang =stuck =fast =fastnat =fastnar =stalled =minutes =minuter =hour =timme =timmar =ages =evigheter =forever =halvtimme =kvart =long =lange',
  often:
    '=many =manga =lots =massor =several =flera =times =ganger =often =ofta =twice =thrice =tre =three =fem =five =six =ten =tio =too =for',
  forget:
    'forgot forget glomt glomde minns =remember =blank =blankt =slipped =hjarnslapp =brain =hjarna =memory =minne =minnet =skallen =huvudet =head =borta =clue =aning =idea =koll =rings =dunno =dontknow',
  wishing:
    '=want =wanna =wish =like =would =need =vill =skulle =onskar =behover =please =tack =snalla =can =kan =could =gimme =give =ge =let =lat =get =ha',
  reaching:
    '=reach =reached =contact =kontakt =kontakta =na =nar =nas =natt =hold =tag =ring =ringa =call =phone =ringer =called =calls',
  somebodyReal:
    'human humans person personer people =manniska =manniskor =manniskan =somebody =someone =anybody =anyone =nagon =nan =pulse =puls =levande =real =riktig =live =flesh =blood =agent =rep =handlaggare =tekniker =technician =expert =kille =colleague =kollega =admin =support =supporten =helpdesk =servicedesk =it',
  meetingSoon:
    'meeting mote kundmote =deadline =presentation =customer =kund =kunder =client =payroll =lonekorning =exam =tenta =patient =patienter =patients =train =flight =boss =board =styrelse =queue =ko',
  blockedOut:
    'locked =lock =lockout =last =lasta =last =utelast =utestangd =blocked =spar =sparr =sparrad =sparrat =banned =shut =out =stangd =stangt =avstangd =avstangt =paused =paus =suspended =penalty =bench =jail =karantan =timeout =benched =frozen =fryst =avvisad =24 =dygn =tomorrow =imorgon',
  verifying:
    'verif confirm identi bekrafta prove proof bevis =check =kontrollera =legitimera =who =vem =recogni =kanner =igen =mismatch =stammer =match =matchar',
  shutDown:
    'disabl inaktiv deactiv avaktiv suspend terminat avslut =closed =stangt =stangts =avstangt =off =av =nedstangd =shut =upphort =avregistrerad =dead =removed =borttaget =active =aktivt =gone',
  granted:
    'enabl activ aktiv =switched =turned =paslagen =paslaget =on =pa =allowed =tillatet =permitted =granted =eligible =berattigad =entitled =igang =uppsatt =setup =configured =konfigurerat =installd =installt',
  organisation:
    'organi compan foretag =firm =firma =employer arbetsgivar =workplace =our =var =vart =us =oss =here =hos =tenant =corporate =bolag =kommun =kommunen =region =regionen =municipality =county =myndighet =agency =school',
  servers:
    'server on-prem premis lokal =local =onprem katalog director =ad =domain =domanen =doman =network =natverk =connection anslut uppkoppl koppling =link =forbindelse =bridge =sync synk =writeback tillbakaskriv =agent =connect =service =tjanst =tjansten',
  faulty:
    'error fel =felet =wrong =fault problem =issue =bug crash krasch =broken =trasig =trasigt =strul strular krangl =fails =failed failur misslyck =oops =hoppsan =sorry =tyvarr =unexpected ovantat =glitch =haywire =hickup =knas =knasar =tokig =bonkers',
  strengthMeter:
    'strength styrk =meter =matare =mataren =bar =stapel =stapeln =weak =svagt =strong =starkt =colour =color =farg =indicator indikator',
  rulebook:
    'rule regel regler polic requirement krav krit length langd complex komplex histor =age =alder =reuse ateranvand =characters =tecken =symbols =specialtecken =capital =versal =short =kort =long =langt =banned =forbjud forbjudna =blacklist =words =ord =common =vanlig =guess gissa =easy =latt =predictable =simple =enkelt =season =arstid',
  away: 'abroad utomlands roaming travel =resa =reser =resor =trip =tjansteresa =semester =holiday =vacation =spain =spanien =germany =tyskland =india =indien =china =kina =usa =states =thailand =airport =flygplats =coverage tackning =signal =sim =simkort =esim =stuga =stugan =cottage =cabin =boat =bat =sea =sjo =fjall =mountain =mottagning',
  fakery:
    'phish natfisk scam bluff fake =fejk =akta =genuine =real =legit =fraud bedrag =lurt =lurad =skum =skumt =dodgy =fishy =suspicious misstankt =spam =hoax =trick =trust =lita =safe =sakert =official =officiell =strange =konstig =konstigt =weird =odd =unknown =okant =okand',
  identity:
    '=who =vem =name =heter =made =built =runs =owns =behind =bakom =bot =botten =robot =ai =machine =human =created =skapat =byggt =gjort =belong =hor =you =du =ni =are =ar',
  scheduling:
    'often =ofta =every =varje =yearly =arlig =annually =once =gang =regular regelbund =again =igen =expire =galler =valid =repeat =redo =gora =om =next =nasta =when =nar',
  nagging:
    'remind paminn =nag nagging =tjat =tjatar =spam =bother =stor =unsubscrib avregistr =mute =stop =sluta =stoppa =messages =meddelanden =notices =notiser =enough =racker =leave =lamna =ifred',
  joking:
    'joke skamt =lol =haha =weather =vader =lunch =dinner =middag =birthday =jul =christmas =easter =pask =football =fotboll =match =matchen =pizza =coffee =kaffe =love =alskar =marry =gifta =music =musik =weekend =helg =friday =fredag =mar =feel =kul =fun =funny =rolig =bored =hungry =hungrig',
  thankful:
    'thank tack =thx =cheers =merci =appreciate =solved =fixed =fixat =sorted =ordnat =loste =works =funkar =fungerar =worked =funkade =came =kom =inne =logged =inloggad =done =klart =bye =hejda =great =toppen =perfekt =kanon =grymt =star =stjarna =parla',
  documents:
    'invoice faktura contract avtal document dokument =file =fil =filen =files =pdf =zip =folder =mapp =mappen =report =rapport =rapporten =budget =excel =word =powerpoint =macro =makro =formula =slides =presentation =protokoll',
  premises:
    '=printer =skrivare =skrivaren =scanner =projector =projektor =projektorn =headset =keyboard =tangentbord =mouse =musen =monitor =dock =dockan =webcam =toner =coffee =kaffemaskin =elevator =hiss =hissen =lift =heating =varme =varmen =parking =parkering =desk =skrivbord =chair =stol =room =rum =motesrum =door =dorr =dorren =key =nyckel =badge =passerkort =card =kort =alarm =larm =larmet =locker =skap =skapet',
  administrators:
    'admin =administrator =administratoren =it =itstaff personal =staff =department =avdelningen =helpdesk =ansvarig =systemansvarig =supporten =global =directory =role =roll =privileged',
  registering:
    'regist enrol =signup =sign =anmal =anmala =add =adding =lagg =lagga =lagt =lade =set =setting =satta =satt =satte =put =putting =enter =onboard =uppsattning =connect =koppla =save =spara =use =anvand =ta =take',
  seeing:
    '=see =sees =seen =ser =se =read =reads =laser =lasa =access =visible =synlig =syns =peek =kikar =snoop =snokar =snooping =spy =spion =track =sparar =spar =monitor =overvaka =share =dela =sell =salja =saljer =leak =lacka =kept =stored =lagras =lagrar =save =sparas',
  exporting:
    '=export =copy =kopia =everything =allt =allting =all =data =information =uppgifter =stored =sparat =hold =list =lista =download =hamta =utdrag =extract',
  retry:
    '=tried =tries =try =prova =provat =testat =testade =forsokt =forsokte =attempt =attempts =attempted =forsok =restarted =startade =omstart =again =igen =still =fortfarande =same =samma =anda',
  reading:
    '=unreadable =readable =tyda =lasa =read =blurry =suddig =suddiga =letters =bokstaver =bokstaverna =characters =tecknen =picture =bild =bilden =image =captcha =see =squiggly =wobbly =vingliga =krumelurer',
  appWord:
    '=app =appen =appens =authenticator =authenticatorn =authenticators autentiseringsapp =authy =aegis =push =qr =mfa =notis',
  moveOver:
    'transfer overfor flytta =flyttar =flyttat =move =moving =moved =migrate =copy =kopiera =over =switch =switched =byta =bytt =byter =bytte =changed =change =new =ny =nya =nytt =traded =upgraded =uppgraderat =replacement =ersattning =ersattningsmobil =restore =aterstallde =backup',
  brandPhone:
    'nokia fairphone oneplus huawei samsung =pixel iphone xiaomi motorola =sony doro handset smartphone =mobil mobile',
  brandComputer:
    'thinkpad =surface surfacen macbook =mac =dell =hp lenovo chromebook laptop =pc datorn dator computer =datan thinkpaden stationar bordsdator desktop =machine =box',
  consumer:
    'tinder ticketmaster minecraft roblox fortnite twitch discord =uber airbnb disney =hbo twitter reddit vinted ryanair duolingo strava snapchat blocket tradera hemnet =ica =coop =sj netflix spotify steam xbox playstation nintendo tiktok instagram facebook klarna paypal swish bankid crypto wallet',
  xphone: '=xphone',
  xemail: '=xemail',
  xcode: '=xcode',
};

const exact = new Map<string, string[]>();
const starts = new Map<string, string[]>();
for (const [concept, words] of Object.entries(stems)) {
  for (const stem of words.split(' ')) {
    const [map, key] = stem.startsWith('=') ? [exact, stem.slice(1)] : [starts, stem];
    map.set(key, [...(map.get(key) ?? []), concept]);
  }
}

/** What a folded word speaks of: nothing, or one or two things. */
export function conceptsOf(word: string): readonly string[] {
  const found = new Set(exact.get(word));
  for (let length = Math.min(word.length, 12); length >= 2; length -= 1) {
    for (const concept of starts.get(word.slice(0, length)) ?? []) found.add(concept);
  }
  return [...found];
}

/** Spoken and short forms, folded, and the words they stand for. */
const spokenForms: Readonly<Record<string, string>> = {
  int: 'inte',
  itt: 'inte',
  inge: 'inget',
  ente: 'inte',
  ite: 'inte',
  ikke: 'inte',
  itte: 'inte',
  ej: 'inte',
  mej: 'mig',
  dej: 'dig',
  sej: 'sig',
  dom: 'de',
  nan: 'nagon',
  nat: 'nagot',
  nanting: 'nagot',
  nagonting: 'nagot',
  na: 'nagot',
  nara: 'nagra',
  sen: 'sedan',
  e: 'ar',
  ae: 'ar',
  de: 'det',
  va: 'vad',
  vart: 'var',
  huvet: 'huvudet',
  stan: 'staden',
  ja: 'jag',
  jae: 'jag',
  jag: 'jag',
  ha: 'har',
  skall: 'ska',
  o: 'och',
  oxa: 'ocksa',
  hurdu: 'hur',
  varfo: 'varfor',
  vaffo: 'varfor',
  vafor: 'varfor',
  kollat: 'tittat',
  mobiln: 'mobilen',
  telefonn: 'telefonen',
  ba: 'bara',
  losen: 'losenord',
  losenet: 'losenordet',
  losenordt: 'losenordet',
  mess: 'sms',
  messet: 'smset',
  mejlen: 'mejlet',
  mailet: 'mejlet',
  mailen: 'mejlet',
  mail: 'mejl',
  maila: 'mejla',
  epost: 'mejl',
  nummeret: 'numret',
  nr: 'nummer',
  luren: 'telefonen',
  lur: 'telefon',
  telen: 'telefonen',
  u: 'you',
  ur: 'your',
  r: 'are',
  y: 'why',
  pls: 'please',
  plz: 'please',
  plis: 'please',
  thx: 'thanks',
  ty: 'thanks',
  tx: 'thanks',
  cuz: 'because',
  coz: 'because',
  gotta: 'must',
  gonna: 'will',
  wanna: 'want',
  dunno: 'dontknow',
  em: 'them',
  meself: 'myself',
  ya: 'you',
  yer: 'your',
  nowt: 'nothing',
  owt: 'anything',
  summat: 'something',
  aint: 'isnt',
  msg: 'message',
  msgs: 'messages',
  txt: 'text',
  txts: 'texts',
  fone: 'phone',
  moblie: 'mobile',
  ph: 'phone',
  cell: 'mobile',
  cellphone: 'mobile',
  pw: 'password',
  pwd: 'password',
  passwd: 'password',
  pword: 'password',
  acct: 'account',
  acc: 'account',
  auth: 'authenticator',
  mins: 'minutes',
  hrs: 'hours',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  info: 'information',
  ppl: 'people',
  smbd: 'somebody',
  sb: 'somebody',
  rn: 'now',
  idk: 'dontknow',
  wheres: 'where',
  whats: 'what',
  hows: 'how',
  whos: 'who',
  ive: 'have',
  organisation: 'organization',
  organisations: 'organization',
  licence: 'license',
  licences: 'licenses',
  authorise: 'authorize',
  authorised: 'authorized',
  recognise: 'recognize',
  recognised: 'recognized',
  havent: 'havent',
  admins: 'admin',
  administrators: 'admin',
  administratoren: 'admin',
};
const spokenWords = new Map(Object.entries(spokenForms));

/** The written form of a folded word. */
export function writtenForm(word: string): string {
  return spokenWords.get(word) ?? word;
}

/** Words that deny what stands near behind them. */
export const negations: ReadonlySet<string> = new Set(
  'not no never nothing none dont doesnt isnt cant cannot wont havent hasnt didnt wasnt couldnt arent aint without inte aldrig inget ingen inga ingenting utan varken knappt'.split(
    ' ',
  ),
);
