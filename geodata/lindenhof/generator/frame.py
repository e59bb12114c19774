"""The local frame (metres from the centre) and UTM 32N on GRS80 (EPSG:25832).

Transverse Mercator by the Krüger series to order n^6 (Karney 2011, Geographic coordinates
in the northern hemisphere only); agrees with PROJ to well below 1 mm in the zone.
"""
from math import asinh, atan2, atanh, cos, cosh, degrees, hypot, radians, sin, sinh, sqrt, tan

CENTRE_E = 460000.0
CENTRE_N = 5745000.0
HALF_WIDTH = 2600.0    # of the data box, metres
HALF_HEIGHT = 2400.0

_A = 6378137.0
_F = 1 / 298.257222101
_K0 = 0.9996
_FALSE_E = 500000.0
_LON0 = radians(9.0)
_N = _F / (2 - _F)
_E = sqrt(_F * (2 - _F))
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)

_ALPHA = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180 - 127 * _N**5 / 288
    + 7891 * _N**6 / 37800,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440 + 281 * _N**5 / 630
    - 1983433 * _N**6 / 1935360,
    61 * _N**3 / 240 - 103 * _N**4 / 140 + 15061 * _N**5 / 26880 + 167603 * _N**6 / 181440,
    49561 * _N**4 / 161280 - 179 * _N**5 / 168 + 6601661 * _N**6 / 7257600,
    34729 * _N**5 / 80640 - 3418889 * _N**6 / 1995840,
    212378941 * _N**6 / 319334400,
)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360 - 81 * _N**5 / 512
    + 96199 * _N**6 / 604800,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440 + 46 * _N**5 / 105
    - 1118711 * _N**6 / 3870720,
    17 * _N**3 / 480 - 37 * _N**4 / 840 - 209 * _N**5 / 4480 + 5569 * _N**6 / 90720,
    4397 * _N**4 / 161280 - 11 * _N**5 / 504 - 830251 * _N**6 / 7257600,
    4583 * _N**5 / 161280 - 108847 * _N**6 / 3991680,
    20648693 * _N**6 / 638668800,
)


def lonlat_from_utm(east, north):
    """(longitude, latitude) in degrees of a point in EPSG:25832."""
    xi = north / (_K0 * _RADIUS)
    eta = (east - _FALSE_E) / (_K0 * _RADIUS)
    xi_p, eta_p = xi, eta
    for j, beta in enumerate(_BETA, 1):
        xi_p -= beta * sin(2 * j * xi) * cosh(2 * j * eta)
        eta_p -= beta * cos(2 * j * xi) * sinh(2 * j * eta)
    tau_p = sin(xi_p) / hypot(sinh(eta_p), cos(xi_p))
    lon = _LON0 + atan2(sinh(eta_p), cos(xi_p))
    return degrees(lon), degrees(atan2(_geographic_tangent(tau_p), 1.0))


def _conformal_tangent(tau):
    """Tangent of the conformal latitude for the tangent of the geographic one."""
    sigma = sinh(_E * atanh(_E * tau / sqrt(1 + tau * tau)))
    return tau * sqrt(1 + sigma * sigma) - sigma * sqrt(1 + tau * tau)


def _geographic_tangent(tau_p):
    """Inverse of _conformal_tangent by Newton's method."""
    tau = tau_p
    for _ in range(6):
        guess = _conformal_tangent(tau)
        step = (tau_p - guess) / sqrt(1 + guess * guess)
        step *= (1 + (1 - _E**2) * tau * tau) / ((1 - _E**2) * sqrt(1 + tau * tau))
        tau += step
    return tau


def utm_from_lonlat(lon, lat):
    """(easting, northing) in EPSG:25832 of a point in degrees."""
    tau_p = _conformal_tangent(tan(radians(lat)))
    dlon = radians(lon) - _LON0
    xi_p = atan2(tau_p, cos(dlon))
    eta_p = asinh(sin(dlon) / hypot(tau_p, cos(dlon)))
    xi, eta = xi_p, eta_p
    for j, alpha in enumerate(_ALPHA, 1):
        xi += alpha * sin(2 * j * xi_p) * cosh(2 * j * eta_p)
        eta += alpha * cos(2 * j * xi_p) * sinh(2 * j * eta_p)
    return _FALSE_E + _K0 * _RADIUS * eta, _K0 * _RADIUS * xi


def to_utm(p):
    """EPSG:25832 of a local point."""
    return CENTRE_E + p[0], CENTRE_N + p[1]


def to_lonlat(p):
    """Degrees, rounded to the seven decimals of the files, of a local point."""
    lon, lat = lonlat_from_utm(*to_utm(p))
    return round(lon, 7), round(lat, 7)


def in_box(p):
    """Whether a local point lies in the data box."""
    return abs(p[0]) <= HALF_WIDTH and abs(p[1]) <= HALF_HEIGHT
