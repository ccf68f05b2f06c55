//! The world's calling codes: written by `npm run phone -- generate`, not by hand.
//!
//! Made from the metadata of Google's libphonenumber 9.0.43 (Apache-2.0, see NOTICE) and
//! changed: what is not needed here is left out, and the rest is packed.

/// The version of the metadata.
pub const VERSION: &str = "9.0.43";

/// The least length that has a bit in [`LENGTHS`].
pub const SHORTEST: usize = 3;

/// How many trees in `patterns.bin` are no leaves.
pub const NODES: usize = 2797;

/// The calling codes, a bit each: those below 64 in the first number, and so on.
pub static CODES: [u64; 16] = [
    17869152575837700226,
    21413363719,
    0,
    18446744073528672256,
    15444702412791,
    17869158519937171456,
    755914244142,
    4607182418800017408,
    0,
    16760832,
    8989603847471104,
    0,
    1103806595072,
    94364760848728064,
    0,
    408022679039,
];
/// Which of `LENGTHS` each calling code has.
pub static LENGTHS_OF: [u8; 215] = [
    4, 4, 6, 21, 4, 22, 2, 1, 1, 2, 23, 13, 1, 24, 8, 0, 9, 0, 10, 25, 2, 4, 26, 16, 16, 1, 12, 4,
    6, 1, 17, 27, 6, 0, 2, 8, 28, 8, 29, 4, 4, 8, 1, 1, 18, 30, 1, 1, 2, 0, 1, 10, 1, 0, 0, 2, 4,
    0, 0, 0, 4, 5, 9, 0, 1, 4, 0, 0, 1, 3, 3, 1, 5, 1, 19, 1, 1, 3, 14, 3, 1, 2, 1, 20, 0, 9, 1, 1,
    0, 2, 1, 1, 1, 1, 2, 10, 0, 5, 0, 3, 31, 3, 3, 11, 11, 0, 1, 32, 19, 10, 2, 0, 0, 33, 20, 0, 0,
    5, 0, 0, 1, 13, 2, 12, 1, 17, 0, 34, 2, 0, 2, 0, 1, 35, 10, 14, 3, 0, 0, 0, 0, 0, 5, 13, 0, 1,
    0, 3, 2, 1, 9, 1, 36, 0, 5, 5, 11, 3, 3, 5, 15, 15, 15, 3, 3, 11, 14, 37, 38, 39, 11, 40, 0,
    41, 3, 3, 7, 7, 12, 0, 0, 2, 6, 42, 7, 18, 8, 43, 7, 2, 7, 3, 5, 2, 2, 6, 0, 1, 9, 0, 2, 2, 44,
    0, 0, 5, 6, 12, 7, 1, 0, 1, 1, 1, 1,
];
/// The lengths that a fixed line or a mobile can have, a bit each.
pub static LENGTHS: [u16; 45] = [
    32, 64, 96, 16, 128, 48, 224, 0, 192, 112, 80, 8, 160, 72, 4, 20, 384, 1008, 248, 240, 120,
    124, 320, 1016, 2046, 2044, 184, 232, 236, 496, 152, 6, 510, 252, 992, 88, 24, 18, 156, 36, 28,
    30, 576, 752, 864,
];
/// The calling codes under which numbers can start with 0.
pub static ZERO: [u16; 10] = [39, 225, 226, 229, 241, 242, 250, 378, 881, 992];
/// What is dialled before a national number, where that is not 0.
pub static TRUNK: [(u16, &str); 6] =
    [(1, "1"), (7, "8"), (36, "06"), (375, "8"), (692, "1"), (993, "8")];
/// A line for each calling code: the letters of its countries, the main one first, and its name.
pub static PLACES: &str = "\
USAGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI North America\n\
RUKZ Russia\n\
EG Egypt\n\
ZA South Africa\n\
GR Greece\n\
NL Netherlands\n\
BE Belgium\n\
FR France\n\
ES Spain\n\
HU Hungary\n\
ITVA Italy\n\
RO Romania\n\
CH Switzerland\n\
AT Austria\n\
GBGGIMJE United Kingdom\n\
DK Denmark\n\
SE Sweden\n\
NOSJ Norway\n\
PL Poland\n\
DE Germany\n\
PE Peru\n\
MX Mexico\n\
CU Cuba\n\
AR Argentina\n\
BR Brazil\n\
CL Chile\n\
CO Colombia\n\
VE Venezuela\n\
MY Malaysia\n\
AUCCCX Australia\n\
ID Indonesia\n\
PH Philippines\n\
NZ New Zealand\n\
SG Singapore\n\
TH Thailand\n\
JP Japan\n\
KR South Korea\n\
VN Vietnam\n\
CN China\n\
TR Turkey\n\
IN India\n\
PK Pakistan\n\
AF Afghanistan\n\
LK Sri Lanka\n\
MM Myanmar\n\
IR Iran\n\
SS South Sudan\n\
MAEH Morocco\n\
DZ Algeria\n\
TN Tunisia\n\
LY Libya\n\
GM Gambia\n\
SN Senegal\n\
MR Mauritania\n\
ML Mali\n\
GN Guinea\n\
CI Côte d'Ivoire\n\
BF Burkina Faso\n\
NE Niger\n\
TG Togo\n\
BJ Benin\n\
MU Mauritius\n\
LR Liberia\n\
SL Sierra Leone\n\
GH Ghana\n\
NG Nigeria\n\
TD Chad\n\
CF Central African Republic\n\
CM Cameroon\n\
CV Cape Verde\n\
ST Sao Tome And Principe\n\
GQ Equatorial Guinea\n\
GA Gabon\n\
CG Congo\n\
CD The Democratic Republic Of Congo\n\
AO Angola\n\
GW Guinea-Bissau\n\
IO British Indian Ocean Territory\n\
AC Ascension Island\n\
SC Seychelles\n\
SD Sudan\n\
RW Rwanda\n\
ET Ethiopia\n\
SO Somalia\n\
DJ Djibouti\n\
KE Kenya\n\
TZ Tanzania\n\
UG Uganda\n\
BI Burundi\n\
MZ Mozambique\n\
ZM Zambia\n\
MG Madagascar\n\
REYT Reunion\n\
ZW Zimbabwe\n\
NA Namibia\n\
MW Malawi\n\
LS Lesotho\n\
BW Botswana\n\
SZ Swaziland\n\
KM Comoros\n\
SHTA Saint Helena\n\
ER Eritrea\n\
AW Aruba\n\
FO Faroe Islands\n\
GL Greenland\n\
GI Gibraltar\n\
PT Portugal\n\
LU Luxembourg\n\
IE Ireland\n\
IS Iceland\n\
AL Albania\n\
MT Malta\n\
CY Cyprus\n\
FIAX Finland\n\
BG Bulgaria\n\
LT Lithuania\n\
LV Latvia\n\
EE Estonia\n\
MD Moldova\n\
AM Armenia\n\
BY Belarus\n\
AD Andorra\n\
MC Monaco\n\
SM San Marino\n\
UA Ukraine\n\
RS Serbia\n\
ME Montenegro\n\
XK Kosovo\n\
HR Croatia\n\
SI Slovenia\n\
BA Bosnia and Herzegovina\n\
MK Macedonia\n\
CZ Czech Republic\n\
SK Slovakia\n\
LI Liechtenstein\n\
FK Falkland Islands\n\
BZ Belize\n\
GT Guatemala\n\
SV El Salvador\n\
HN Honduras\n\
NI Nicaragua\n\
CR Costa Rica\n\
PA Panama\n\
PM Saint Pierre And Miquelon\n\
HT Haiti\n\
GPBLMF Guadeloupe\n\
BO Bolivia\n\
GY Guyana\n\
EC Ecuador\n\
GF French Guiana\n\
PY Paraguay\n\
MQ Martinique\n\
SR Suriname\n\
UY Uruguay\n\
CWBQ Curaçao\n\
TL Timor-Leste\n\
NF Norfolk Island\n\
BN Brunei\n\
NR Nauru\n\
PG Papua New Guinea\n\
TO Tonga\n\
SB Solomon Islands\n\
VU Vanuatu\n\
FJ Fiji\n\
PW Palau\n\
WF Wallis And Futuna\n\
CK Cook Islands\n\
NU Niue\n\
WS Samoa\n\
KI Kiribati\n\
NC New Caledonia\n\
TV Tuvalu\n\
PF French Polynesia\n\
TK Tokelau\n\
FM Micronesia\n\
MH Marshall Islands\n\
\x20\n\
\x20\n\
KP North Korea\n\
HK Hong Kong\n\
MO Macao\n\
KH Cambodia\n\
LA Laos\n\
\x20\n\
\x20\n\
BD Bangladesh\n\
\x20\n\
\x20\n\
\x20\n\
TW Taiwan\n\
\x20\n\
MV Maldives\n\
LB Lebanon\n\
JO Jordan\n\
SY Syria\n\
IQ Iraq\n\
KW Kuwait\n\
SA Saudi Arabia\n\
YE Yemen\n\
OM Oman\n\
PS Palestine\n\
AE United Arab Emirates\n\
IL Israel\n\
BH Bahrain\n\
QA Qatar\n\
BT Bhutan\n\
MN Mongolia\n\
NP Nepal\n\
\x20\n\
TJ Tajikistan\n\
TM Turkmenistan\n\
AZ Azerbaijan\n\
GE Georgia\n\
KG Kyrgyzstan\n\
UZ Uzbekistan\n\
";
