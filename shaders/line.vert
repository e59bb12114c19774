#version 330 core
// One segment per instance, widened by its stroke and one pixel of soft edge.
layout(location = 0) in vec4 ends;     // p.xy q.xy, metres relative to the mesh's origin
layout(location = 1) in vec4 stroke;   // width (mm; negative: metres), least width mm, along m, round
layout(location = 2) in vec3 dash;     // on, off in mm, 0: solid; added width, mm
layout(location = 3) in vec4 color;
uniform vec2 offset;
uniform vec2 clip_per_m;
uniform float px_per_m;
uniform float px_per_mm;
out vec2 v_at;                          // px along and across, from p
flat out float v_length;
flat out float v_half;
flat out float v_round;
flat out vec3 v_dash;                   // on, off, start in px
flat out vec4 v_color;
void main() {
  float width = stroke.x >= 0.0 ? stroke.x * px_per_mm
                                : max(-stroke.x * px_per_m, stroke.y * px_per_mm);
  width += dash.z * px_per_mm;
  float fade = min(width, 1.0);
  v_half = max(width, 1.0) * 0.5;
  vec2 way = (ends.zw - ends.xy) * px_per_m;
  v_length = length(way);
  vec2 dir = v_length > 1e-6 ? way / v_length : vec2(1.0, 0.0);
  vec2 normal = vec2(-dir.y, dir.x);
  float reach = v_half + 1.0;
  float u = float(gl_VertexID & 1);
  float side = float(gl_VertexID >> 1) * 2.0 - 1.0;
  v_at = vec2(mix(-reach, v_length + reach, u), side * reach);
  vec2 px = dir * v_at.x + normal * v_at.y;
  gl_Position = vec4((ends.xy + offset + px / px_per_m) * clip_per_m, 0.0, 1.0);
  v_round = stroke.w;
  v_dash = vec3(dash.xy * px_per_mm, stroke.z * px_per_m);
  v_color = color * fade;
}
