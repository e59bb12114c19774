#version 330 core
// Metres relative to the mesh's origin → clip space; v_px feeds the hatch, so that it moves with the map.
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 color;
uniform vec2 offset;        // mesh origin − view centre, metres
uniform vec2 clip_per_m;
uniform float px_per_m;
out vec4 v_color;
out vec2 v_px;
void main() {
  gl_Position = vec4((position + offset) * clip_per_m, 0.0, 1.0);
  v_color = color;
  v_px = position * px_per_m;
}
