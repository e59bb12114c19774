#version 330 core
in vec4 v_color;
in vec2 v_px;
uniform vec2 across;        // unit vector across the lines
uniform float spacing_px;
uniform float width_px;
uniform int pattern;        // scene::Pattern: lines, dots, rings, crosses, tufts
out vec4 result;

float to_segment(vec2 p, vec2 a, vec2 b) {
  vec2 way = b - a;
  return length(p - a - way * clamp(dot(p - a, way) / dot(way, way), 0.0, 1.0));
}

// The place within a cell of the staggered grid, px from its middle.
vec2 in_cell() {
  vec2 grid = v_px / spacing_px;
  float shift = mod(floor(grid.y), 2.0) * 0.5;
  return (fract(vec2(grid.x + shift, grid.y)) - 0.5) * spacing_px;
}

// How far the pattern's nearest line is.
float distance_px() {
  if (pattern == 0) {
    return abs(fract(dot(v_px, across) / spacing_px) - 0.5) * spacing_px;
  }
  vec2 at = in_cell();
  float arm = spacing_px / 6.0;
  if (pattern == 1) return length(at);
  if (pattern == 2) return abs(length(at) - arm);
  if (pattern == 3) {
    return min(to_segment(at, vec2(-arm * 0.7, arm * 0.3), vec2(arm * 0.7, arm * 0.3)),
               to_segment(at, vec2(0.0, -arm), vec2(0.0, arm)));
  }
  vec2 foot = vec2(0.0, -arm * 0.6);
  float blade = to_segment(at, foot, vec2(0.0, arm * 0.6));
  blade = min(blade, to_segment(at, foot, vec2(-arm * 0.8, arm * 0.3)));
  return min(blade, to_segment(at, foot, vec2(arm * 0.8, arm * 0.3)));
}

void main() {
  result = v_color * clamp(width_px * 0.5 + 0.5 - distance_px(), 0.0, 1.0);
}
