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

/// How many trees in `formats.bin` are no leaves.
pub const FORMAT_NODES: usize = 879;

/// In [`LENGTHS_OF`]: numbers can start with 0.
pub const ZERO: u8 = 64;

/// In [`LENGTHS_OF`]: 0 is dialled before national numbers.
pub const TRUNK_ZERO: u8 = 128;

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
/// Which of `LENGTHS` each calling code has, and the bits [`ZERO`] and [`TRUNK_ZERO`].
pub static LENGTHS_OF: [u8; 215] = [
    4, 4, 134, 149, 4, 150, 130, 129, 1, 2, 87, 141, 129, 152, 136, 0, 137, 0, 10, 153, 130, 4,
    154, 144, 144, 1, 140, 132, 134, 129, 145, 155, 134, 0, 130, 136, 156, 136, 157, 132, 132, 136,
    129, 129, 146, 158, 129, 129, 130, 0, 129, 10, 1, 0, 0, 2, 68, 64, 0, 0, 68, 5, 137, 128, 129,
    132, 0, 0, 1, 3, 3, 1, 69, 65, 147, 1, 1, 3, 14, 3, 129, 194, 129, 148, 0, 137, 129, 129, 0, 2,
    129, 129, 129, 129, 130, 138, 0, 5, 0, 3, 31, 131, 3, 11, 11, 0, 1, 32, 147, 10, 130, 0, 0,
    161, 148, 128, 0, 5, 128, 128, 129, 13, 130, 76, 129, 145, 128, 162, 130, 128, 130, 128, 1,
    163, 138, 14, 3, 0, 0, 0, 0, 0, 5, 141, 0, 129, 128, 3, 130, 129, 137, 129, 36, 128, 5, 5, 11,
    3, 3, 5, 15, 15, 15, 3, 3, 11, 14, 37, 38, 167, 11, 40, 0, 41, 3, 3, 7, 7, 140, 0, 0, 130, 134,
    42, 7, 146, 72, 43, 7, 130, 7, 3, 133, 130, 130, 134, 0, 129, 137, 0, 130, 130, 172, 0, 0, 5,
    134, 140, 7, 65, 0, 129, 129, 129, 1,
];
/// The lengths that a fixed line or a mobile can have, a bit each.
pub static LENGTHS: [u16; 45] = [
    32, 64, 96, 16, 128, 48, 224, 0, 192, 112, 80, 8, 160, 72, 4, 20, 384, 1008, 248, 240, 120,
    124, 320, 1016, 2046, 2044, 184, 232, 236, 496, 152, 6, 510, 252, 992, 88, 24, 18, 156, 36, 28,
    30, 576, 752, 864,
];
/// What is dialled before national numbers besides 0, the longest first.
pub static TRUNK: [(u16, &str); 9] = [
    (1, "1"),
    (7, "8"),
    (36, "06"),
    (55, "90"),
    (370, "8"),
    (375, "80"),
    (375, "8"),
    (692, "1"),
    (993, "8"),
];
/// The letters of the countries of each calling code, the main one first, and a line end.
pub static COUNTRIES: &str = "\
USAGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI\n\
RUKZ\n\
EG\n\
ZA\n\
GR\n\
NL\n\
BE\n\
FR\n\
ES\n\
HU\n\
ITVA\n\
RO\n\
CH\n\
AT\n\
GBGGIMJE\n\
DK\n\
SE\n\
NOSJ\n\
PL\n\
DE\n\
PE\n\
MX\n\
CU\n\
AR\n\
BR\n\
CL\n\
CO\n\
VE\n\
MY\n\
AUCCCX\n\
ID\n\
PH\n\
NZ\n\
SG\n\
TH\n\
JP\n\
KR\n\
VN\n\
CN\n\
TR\n\
IN\n\
PK\n\
AF\n\
LK\n\
MM\n\
IR\n\
SS\n\
MAEH\n\
DZ\n\
TN\n\
LY\n\
GM\n\
SN\n\
MR\n\
ML\n\
GN\n\
CI\n\
BF\n\
NE\n\
TG\n\
BJ\n\
MU\n\
LR\n\
SL\n\
GH\n\
NG\n\
TD\n\
CF\n\
CM\n\
CV\n\
ST\n\
GQ\n\
GA\n\
CG\n\
CD\n\
AO\n\
GW\n\
IO\n\
AC\n\
SC\n\
SD\n\
RW\n\
ET\n\
SO\n\
DJ\n\
KE\n\
TZ\n\
UG\n\
BI\n\
MZ\n\
ZM\n\
MG\n\
REYT\n\
ZW\n\
NA\n\
MW\n\
LS\n\
BW\n\
SZ\n\
KM\n\
SHTA\n\
ER\n\
AW\n\
FO\n\
GL\n\
GI\n\
PT\n\
LU\n\
IE\n\
IS\n\
AL\n\
MT\n\
CY\n\
FIAX\n\
BG\n\
LT\n\
LV\n\
EE\n\
MD\n\
AM\n\
BY\n\
AD\n\
MC\n\
SM\n\
UA\n\
RS\n\
ME\n\
XK\n\
HR\n\
SI\n\
BA\n\
MK\n\
CZ\n\
SK\n\
LI\n\
FK\n\
BZ\n\
GT\n\
SV\n\
HN\n\
NI\n\
CR\n\
PA\n\
PM\n\
HT\n\
GPBLMF\n\
BO\n\
GY\n\
EC\n\
GF\n\
PY\n\
MQ\n\
SR\n\
UY\n\
CWBQ\n\
TL\n\
NF\n\
BN\n\
NR\n\
PG\n\
TO\n\
SB\n\
VU\n\
FJ\n\
PW\n\
WF\n\
CK\n\
NU\n\
WS\n\
KI\n\
NC\n\
TV\n\
PF\n\
TK\n\
FM\n\
MH\n\
\n\
\n\
KP\n\
HK\n\
MO\n\
KH\n\
LA\n\
\n\
\n\
BD\n\
\n\
\n\
\n\
TW\n\
\n\
MV\n\
LB\n\
JO\n\
SY\n\
IQ\n\
KW\n\
SA\n\
YE\n\
OM\n\
PS\n\
AE\n\
IL\n\
BH\n\
QA\n\
BT\n\
MN\n\
NP\n\
\n\
TJ\n\
TM\n\
AZ\n\
GE\n\
KG\n\
UZ\n\
";
