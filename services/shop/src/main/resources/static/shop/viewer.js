// Draws the customer's model with three.js: reads binary or text STL, turns it by finger, mouse or keys. A module gets
// three's address from the page, since an import map would be an inline script, which the pages' policy refuses.
const MOST_TRIANGLES = 2000000;
const METALS = { "silver-925": 0xe9e8e4, "gold-585": 0xe5bd77, "gold-750": 0xf0bd5c, "platinum-950": 0xcfd1d4 };
const FIELD_OF_VIEW = 30;

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

// --- The stage: the model as a ball's worth of metal in a room of soft boxes, which it mirrors.
function metal(three, corners, material) {
  if (corners.length === 0 || !corners.every(Number.isFinite)) throw new Error("nothing to draw");
  const geometry = new three.BufferGeometry();
  geometry.setAttribute("position", new three.BufferAttribute(corners, 3));
  geometry.center();
  geometry.computeVertexNormals();
  geometry.computeBoundingSphere();
  const surface = { color: METALS[material] ?? METALS["silver-925"], metalness: 1, roughness: 0.24, side: three.DoubleSide };
  const model = new three.Mesh(geometry, new three.MeshStandardMaterial(surface));
  model.scale.setScalar(1 / (geometry.boundingSphere.radius || 1));
  // What is printed stands on its z axis.
  model.rotation.x = -Math.PI / 2;
  return model;
}
function room(three) {
  const room = new three.Scene();
  const place = (brightness, size, at, side) => {
    const color = new three.Color().setScalar(brightness);
    const box = new three.Mesh(new three.BoxGeometry(...size), new three.MeshBasicMaterial({ color, side }));
    box.position.set(...at);
    room.add(box);
  };
  place(0.5, [20, 20, 20], [0, 0, 0], three.BackSide);
  place(9, [9, 0.1, 5], [0, 9.5, 1], three.FrontSide);
  place(6, [0.1, 7, 9], [-9.5, 2, 3], three.FrontSide);
  place(3, [0.1, 9, 3], [9.5, 1, 5], three.FrontSide);
  place(2.5, [12, 1.5, 0.1], [0, 3, -9.5], three.FrontSide);
  place(2, [3, 7, 0.1], [4, 2, 9.5], three.FrontSide);
  place(0.06, [14, 0.1, 14], [0, -9.5, 0], three.FrontSide);
  return room;
}

function show(three, figure, buffer) {
  const canvas = figure.querySelector("canvas");
  const model = metal(three, read(buffer), figure.dataset.material);
  const renderer = new three.WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.toneMapping = three.ACESFilmicToneMapping;
  const mirrored = new three.PMREMGenerator(renderer).fromScene(room(three), 0.02);
  const scene = new three.Scene();
  scene.environment = mirrored.texture;
  scene.add(model);
  const camera = new three.PerspectiveCamera(FIELD_OF_VIEW, 1, 0.1, 50);
  const draw = ({ yaw, tilt, zoom }) => {
    renderer.setPixelRatio(Math.min(window.devicePixelRatio, 2));
    renderer.setSize(canvas.clientWidth, canvas.clientHeight, false);
    camera.aspect = canvas.clientWidth / canvas.clientHeight;
    const fits = 1.02 / Math.sin((FIELD_OF_VIEW * Math.PI) / 360) / Math.min(1, camera.aspect);
    camera.position.setFromSphericalCoords(fits / zoom, Math.PI / 2 - tilt, yaw);
    camera.lookAt(0, 0, 0);
    camera.updateProjectionMatrix();
    renderer.render(scene, camera);
  };
  listen(canvas, orbit(canvas, draw));
}

// --- Turning. The pose glides to where it was turned to; who wants no motion gets it at once.
function orbit(canvas, draw) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wanted = { yaw: 0.6, tilt: 0.45, zoom: 1 };
  const pose = { ...wanted, yaw: wanted.yaw - 1.2 };
  let waiting = false;
  function step() {
    waiting = false;
    let far = 0;
    for (const axis of Object.keys(pose)) {
      const gap = wanted[axis] - pose[axis];
      pose[axis] = calm.matches || Math.abs(gap) < 0.001 ? wanted[axis] : pose[axis] + gap * 0.16;
      far = Math.max(far, Math.abs(wanted[axis] - pose[axis]));
    }
    draw(pose);
    if (far > 0) soon();
  }
  function soon() {
    if (!waiting) requestAnimationFrame(step);
    waiting = true;
  }
  new ResizeObserver(soon).observe(canvas);
  return (yaw, tilt, zoom) => {
    wanted.yaw += yaw;
    wanted.tilt = Math.min(1.5, Math.max(-1.5, wanted.tilt + tilt));
    wanted.zoom = Math.min(4, Math.max(0.4, wanted.zoom * zoom));
    soon();
  };
}

function listen(canvas, change) {
  const keys = { ArrowLeft: [0.15, 0, 1], ArrowRight: [-0.15, 0, 1], ArrowUp: [0, -0.15, 1], ArrowDown: [0, 0.15, 1], "+": [0, 0, 1.15], "-": [0, 0, 1 / 1.15] };
  canvas.addEventListener("keydown", (event) => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); change(...keys[event.key]); }
  });
  const fingers = new Map();
  const spread = () => {
    const [one, other] = [...fingers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const apart = spread();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (apart > 0) change(0, 0, spread() / apart);
    else change((before.x - event.clientX) * 0.01, (event.clientY - before.y) * 0.01, 1);
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); change(0, 0, event.deltaY < 0 ? 1.1 : 1 / 1.1); }, { passive: false });
}

// --- Beginning: nothing is loaded before the figure comes near, nor without WebGL.
async function begin(figure) {
  if (!document.createElement("canvas").getContext("webgl2")) return say(figure, figure.dataset.absent);
  try {
    const [three, answer] = await Promise.all([import(figure.dataset.three), fetch(figure.dataset.model)]);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    show(three, figure, await answer.arrayBuffer());
  } catch (error) {
    console.warn("The model is not drawn", error);
    say(figure, figure.dataset.failed);
  }
}
/** Takes the canvas's place, in the same size, so that nothing moves. */
function say(figure, sentence) {
  const instead = document.createElement("p");
  instead.className = "instead soft";
  instead.textContent = sentence;
  figure.querySelector("canvas").replaceWith(instead);
  figure.querySelector("figcaption").textContent = "\u00a0";
}
const nearing = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => {
  nearing.unobserve(target);
  begin(target);
}), { rootMargin: "300px" });
const begun = new WeakSet();
const look = () => document.querySelectorAll(".viewer[data-model]").forEach((figure) => {
  if (!begun.has(figure)) { begun.add(figure); nearing.observe(figure); }
});
look();
document.body.addEventListener("htmx:afterSwap", look);
