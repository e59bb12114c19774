#version 330 core
in vec4 v_color;
in vec2 v_px;
uniform vec2 across;        // unit vector across the lines
uniform float spacing_px;
uniform float width_px;
uniform bool dots;
out vec4 result;
void main() {
  if (dots) {
    vec2 grid = vec2(dot(v_px, across), dot(v_px, vec2(-across.y, across.x))) / spacing_px;
    float r = length((fract(grid) - 0.5) * spacing_px);
    result = v_color * clamp(width_px * 0.5 + 0.5 - r, 0.0, 1.0);
    return;
  }
  float t = dot(v_px, across) / spacing_px;
  float d = abs(fract(t) - 0.5) * spacing_px;
  result = v_color * clamp(width_px * 0.5 + 0.5 - d, 0.0, 1.0);
}
