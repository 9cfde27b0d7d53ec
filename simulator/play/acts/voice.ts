import type { Act, Scene } from "../scene";

const rooms = (scene: Scene) => [...scene.channels(2), ...scene.channels(13)];
const speaking = (scene: Scene) => {
	const present = [...scene.guild.voice.keys()];
	return present.length > 0 ? scene.random.pick(present) : undefined;
};

export const joinVoice: Act = (scene) => {
	const channels = rooms(scene);
	if (channels.length === 0) return false;
	const flags = { self_mute: scene.random.chance(0.4), self_deaf: scene.random.chance(0.1) };
	scene.state.voice.set(scene.guildId, scene.somebody(), scene.random.pick(channels), flags);
	return true;
};

export const moveVoice: Act = (scene) => {
	const userId = speaking(scene);
	const channels = rooms(scene);
	if (userId === undefined || channels.length === 0) return false;
	const channelId = scene.random.pick(channels);
	if (scene.random.chance(0.2)) scene.state.voice.move(scene.guildId, userId, channelId, scene.moderator());
	else scene.state.voice.set(scene.guildId, userId, channelId);
	return true;
};

/** Somebody turns the microphone, the camera or the screen on or off. */
export const switchVoice: Act = (scene) => {
	const userId = speaking(scene);
	const voice = userId === undefined ? undefined : scene.guild.voice.get(userId);
	if (userId === undefined || !voice) return false;
	const which = scene.random.pick(["self_mute", "self_deaf", "self_video", "self_stream"] as const);
	scene.state.voice.set(scene.guildId, userId, voice.channel_id, { [which]: !voice[which] });
	return true;
};

export const leaveVoice: Act = (scene) => {
	const userId = speaking(scene);
	if (userId === undefined) return false;
	scene.state.voice.leave(scene.guildId, userId);
	return true;
};
