"""What AWS's tables say of each country, typed off them and not read from the package's data.

Six letters a country: sender IDs (y yes, n no, r registered ones only) · t two-way · a takes
messages from abroad · long codes (r by request with a registration, o without, s by support only,
i for what comes in only, d 10DLC only) · s short codes · v voice.
https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-sms-by-country.html
"""

from __future__ import annotations

_ROWS = """
AD y-----  AE rt-is-  AF y-a---  AG y-a---  AI y-a---  AL y-a---  AM y-a---  AO y-a---  AR n-a-sv
AT rtarsv  AU rtar-v  AW y-----  AZ y-a---  BA y-a---  BB y-a--v  BD r-a---  BE ntass-  BF y-a--v
BG rta-sv  BH y-a--v  BI y-a---  BJ r-a---  BM y-a---  BN y-a---  BO y-a---  BR nta-sv  BS n-----
BT y-a---  BW y-a---  BY r-a---  BZ y-a---  CA ntaosv  CD y-a---  CF y-a---  CG n-----  CH y-a--v
CI y-a---  CK yta---  CL ntarsv  CM rta-s-  CN nt--s-  CO n-a-sv  CR ntass-  CV y-a---  CY y-a--v
CZ rtas--  DE ytarsv  DJ y-a---  DK ytar--  DM y-a---  DO nta-sv  DZ y-a---  EC nta-sv  EE ytas--
EG rta-s-  ER y-a---  ES rtars-  ET r-----  FI rtarsv  FJ y-a---  FM n-----  FO y-a---  FR yta-s-
GA y-a---  GB rt-rsv  GD y-a--v  GE y-a---  GF y-a---  GG y-----  GH rtas--  GI y-----  GL y-a---
GM y-a---  GN y-a---  GP y-a---  GQ y-----  GR yt-s-v  GT n-a--v  GU ntad--  GW y-----  GY y-a---
HK ytar--  HN ytas--  HR yta-sv  HT y-a---  HU ntar--  ID r-a--v  IE rt-s-v  IL ytas-v  IM y-----
IN rtais-  IQ y-a---  IS y-a--v  IT ytarsv  JE yt-s--  JM y-a--v  JO r-a---  JP yta-s-  KE rtassv
KG y-a---  KH r-a--v  KM y-a---  KN n-----  KR n-a---  KW rtas--  KY n-a--v  KZ r-a--v  LA y-a---
LB r-a---  LC n-a---  LI y-a---  LK rtass-  LR n-as--  LS yta-s-  LT ytas-v  LU ytas-v  LV ytas-v
LY y-a---  MA rta-s-  MC n-a---  MD y-a--v  ME y-a---  MG y-a---  MH n-----  MK yta---  ML y-a--v
MM ytas--  MN y-a---  MO y-a---  MQ y-----  MR y-a---  MS y-----  MT ytas--  MU ytas--  MV y-a---
MW yta-s-  MX rta-sv  MY nta-s-  MZ n-a---  NA yta-s-  NC y-a---  NE y-a---  NF y-----  NG rta-s-
NI n-a--v  NL ytars-  NO ytar--  NP y-----  NU y-a---  NZ nta-sv  OM r-a---  PA yta-s-  PE nta-sv
PF y-----  PG y-a---  PH r-ai-v  PK y-ai--  PL ytar-v  PR ntadsv  PS y-a---  PT ytars-  PW y-----
PY n-a---  QA rta-s-  RE y-a---  RO rtassv  RS yta-s-  RU rt--s-  RW y-a---  SA r--i--  SB y-a---
SC y-a---  SE ytars-  SG rtass-  SI y-a--v  SK ytas-v  SL y-a---  SM y-----  SN y-----  SO y-a---
SR y-a---  SS r-----  ST y-----  SV n-a--v  SZ yt--s-  TC y-a---  TD y-----  TG y-----  TH rtas-v
TJ y-a--v  TL y-a---  TM n-a---  TN y-a---  TO y-----  TR r-a---  TT y-a--v  TV y-----  TW rtas-v
TZ rt-s--  UA ytas--  UG y-a---  US ntadsv  UY nta-sv  UZ y-a---  VE n-a--v  VG y-----  VI nt-d--
VN r-a--v  VU y-----  WS y-----  XK y-----  YE y-----  YT y-----  ZA ntassv  ZM r-a---  ZW y-----
"""

COUNTRIES = dict(zip(*[iter(_ROWS.split())] * 2, strict=True))
"""Country code to its six letters."""
