// Draws the customer's model: reads binary or text STL, shades its facets, turns it by finger, mouse or keys.
(() => {
  "use strict";
  const VERTEX = `attribute vec3 at; attribute vec3 normal; uniform mat4 view; uniform mat4 turn; varying vec3 n;
    void main() { n = (turn * vec4(normal, 0.0)).xyz; gl_Position = view * turn * vec4(at, 1.0); }`;
  const FRAGMENT = `precision mediump float; varying vec3 n; uniform vec3 metal;
    void main() { vec3 m = normalize(n); float light = 0.35 + 0.55 * abs(dot(m, normalize(vec3(0.4, 0.5, 0.8)))) ;
      float gleam = pow(max(dot(m, normalize(vec3(0.3, 0.7, 0.9))), 0.0), 24.0);
      gl_FragColor = vec4(metal * light + gleam * 0.5, 1.0); }`;
  const MOST_TRIANGLES = 2000000;

  // --- Reading. Gives nine coordinates for each triangle.
  function read(buffer) {
    const data = new DataView(buffer);
    const count = buffer.byteLength >= 84 ? data.getUint32(80, true) : 0;
    return count > 0 && buffer.byteLength >= 84 + 50 * count ? binary(data, count) : text(buffer);
  }
  function binary(data, count) {
    const corners = new Float32Array(9 * Math.min(count, MOST_TRIANGLES));
    for (let triangle = 0; triangle < corners.length / 9; triangle++) {
      for (let i = 0; i < 9; i++) corners[9 * triangle + i] = data.getFloat32(96 + 50 * triangle + 4 * i, true);
    }
    return corners;
  }
  function text(buffer) {
    const found = new TextDecoder().decode(buffer).matchAll(/vertex\s+(\S+)\s+(\S+)\s+(\S+)/g);
    const corners = [];
    for (const [, x, y, z] of found) corners.push(+x, +y, +z);
    return new Float32Array(corners.slice(0, corners.length - (corners.length % 9)));
  }

  // --- Into a ball around the origin, with a normal for each corner.
  function shape(corners) {
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    corners.forEach((value, i) => { low[i % 3] = Math.min(low[i % 3], value); high[i % 3] = Math.max(high[i % 3], value); });
    const middle = low.map((value, axis) => (value + high[axis]) / 2);
    const radius = Math.hypot(...low.map((value, axis) => high[axis] - value)) / 2 || 1;
    const at = corners.map((value, i) => (value - middle[i % 3]) / radius);
    const normals = new Float32Array(at.length);
    for (let t = 0; t < at.length; t += 9) {
      const [ux, uy, uz, vx, vy, vz] = [at[t + 3] - at[t], at[t + 4] - at[t + 1], at[t + 5] - at[t + 2], at[t + 6] - at[t], at[t + 7] - at[t + 1], at[t + 8] - at[t + 2]];
      for (let c = 0; c < 9; c += 3) normals.set([uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx], t + c);
    }
    return { at, normals };
  }

  function program(gl) {
    const linked = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(linked, shader);
    }
    gl.linkProgram(linked);
    gl.useProgram(linked);
    return linked;
  }
  function upload(gl, linked, name, values) {
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
    const place = gl.getAttribLocation(linked, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, 3, gl.FLOAT, false, 0, 0);
  }

  function show(figure, buffer) {
    const canvas = figure.querySelector("canvas");
    const gl = canvas.getContext("webgl", { antialias: true, alpha: true });
    const { at, normals } = shape(read(buffer));
    if (!gl || at.length === 0) throw new Error("nothing to draw");
    const linked = program(gl);
    upload(gl, linked, "at", at);
    upload(gl, linked, "normal", normals);
    gl.enable(gl.DEPTH_TEST);
    const pose = { yaw: 0.6, tilt: -1.05, zoom: 0.92 };

    function draw() {
      const scale = Math.min(window.devicePixelRatio || 1, 2);
      canvas.width = canvas.clientWidth * scale;
      canvas.height = canvas.clientHeight * scale;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      const [c, s, d, e] = [Math.cos(pose.yaw), Math.sin(pose.yaw), Math.cos(pose.tilt), Math.sin(pose.tilt)];
      const ratio = canvas.height / canvas.width;
      const turn = [c, s * d, s * e, 0, -s, c * d, c * e, 0, 0, -e, d, 0, 0, 0, 0, 1];
      const view = [pose.zoom * Math.min(1, ratio), 0, 0, 0, 0, pose.zoom * Math.min(1, 1 / ratio), 0, 0, 0, 0, -0.5, 0, 0, 0, 0, 1];
      gl.uniformMatrix4fv(gl.getUniformLocation(linked, "turn"), false, turn);
      gl.uniformMatrix4fv(gl.getUniformLocation(linked, "view"), false, view);
      gl.uniform3fv(gl.getUniformLocation(linked, "metal"), [0.8, 0.82, 0.85]);
      gl.drawArrays(gl.TRIANGLES, 0, at.length / 3);
    }
    function change(yaw, tilt, zoom) {
      pose.yaw += yaw;
      pose.tilt += tilt;
      pose.zoom = Math.min(4, Math.max(0.4, pose.zoom * zoom));
      requestAnimationFrame(draw);
    }
    listen(canvas, change);
    new ResizeObserver(() => requestAnimationFrame(draw)).observe(canvas);
  }

  function listen(canvas, change) {
    const keys = { ArrowLeft: [-0.15, 0, 1], ArrowRight: [0.15, 0, 1], ArrowUp: [0, -0.15, 1], ArrowDown: [0, 0.15, 1], "+": [0, 0, 1.15], "-": [0, 0, 1 / 1.15] };
    canvas.addEventListener("keydown", (event) => {
      if (keys[event.key]) { event.preventDefault(); change(...keys[event.key]); }
    });
    canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons) change(event.movementX * 0.01, event.movementY * 0.01, 1);
    });
    canvas.addEventListener("wheel", (event) => { event.preventDefault(); change(0, 0, event.deltaY < 0 ? 1.1 : 1 / 1.1); }, { passive: false });
  }

  async function begin(figure) {
    try {
      const answer = await fetch(figure.dataset.model);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      show(figure, await answer.arrayBuffer());
    } catch (error) {
      figure.querySelector("canvas").remove();
      figure.querySelector("figcaption").textContent = figure.dataset.failed;
    }
  }
  const begun = new WeakSet();
  const look = () => document.querySelectorAll(".viewer[data-model]").forEach((figure) => {
    if (!begun.has(figure)) { begun.add(figure); begin(figure); }
  });
  look();
  document.body.addEventListener("htmx:afterSwap", look);
})();
