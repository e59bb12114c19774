#version 330 core
in vec2 v_at;
uniform sampler2D picture;
out vec4 result;
void main() { result = texture(picture, v_at); }
