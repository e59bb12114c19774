#version 330 core
// Textured quads in clip space.
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_at;
out vec2 v_at;
void main() {
  gl_Position = vec4(position, 0.0, 1.0);
  v_at = texture_at;
}
