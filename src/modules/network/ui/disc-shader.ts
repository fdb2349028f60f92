// The disc of sigma's NodeCircleProgram with a rim of another colour than its inside. One pixel is twice the correction.

export const discVertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_inner;
attribute vec2 a_position;
attribute float a_size;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_inner;
varying vec2 v_diffVector;
varying float v_radius;
const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_diffVector = size * vec2(cos(a_angle), sin(a_angle));
  v_radius = size / 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + v_diffVector, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_inner = a_inner;
  v_color.a *= bias;
  v_inner.a *= bias;
}
`

export const discFragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_inner;
varying vec2 v_diffVector;
varying float v_radius;
uniform float u_correctionRatio;
const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);

void main(void) {
  float pixel = u_correctionRatio * 2.0;
  float far = length(v_diffVector);
  #ifdef PICKING_MODE
  gl_FragColor = far > v_radius ? transparent : v_color;
  #else
  float rim = max(min(1.5 * pixel, 0.35 * v_radius), 0.2 * v_radius);
  float isRim = clamp((far - (v_radius - pixel - rim)) / pixel, 0.0, 1.0);
  float isOut = clamp((far - (v_radius - pixel)) / pixel, 0.0, 1.0);
  gl_FragColor = mix(mix(v_inner, v_color, isRim), transparent, isOut);
  #endif
}
`
