#version 330 core
in vec2 v_at;
flat in float v_length;
flat in float v_half;
flat in float v_round;
flat in vec3 v_dash;
flat in vec4 v_color;
out vec4 result;
void main() {
  float beyond = max(max(-v_at.x, v_at.x - v_length), 0.0);
  float d = v_round > 0.5 ? length(vec2(beyond, v_at.y)) : abs(v_at.y);
  float cover = clamp(v_half + 0.5 - d, 0.0, 1.0);
  if (v_round < 0.5) cover *= clamp(1.0 - beyond, 0.0, 1.0);
  if (v_dash.x > 0.0) {
    float t = mod(v_dash.z + v_at.x, v_dash.x + v_dash.y);
    cover *= clamp(0.5 + min(t, v_dash.x - t), 0.0, 1.0);
  }
  result = v_color * cover;
}
