import { COMMANDS, commandId } from "@/prisma/seed/population/commands";
import { weighted } from "@/prisma/seed/random";
import type { Act, Scene } from "../scene";

const used = COMMANDS.filter(({ kind, weight }) => kind === "chat_input" && weight > 0);
const pickCommand = weighted(used, ({ weight }) => weight);

/** Somebody uses a command; the bot answers a moment later, sometimes for them alone. */
export const command: Act = (scene) => {
	const channels = scene.channels(0);
	const spec = pickCommand(scene.random);
	if (channels.length === 0) return false;
	const { world } = scene.state;
	const options = spec.options.map(({ name, type }) => ({ name, type, value: optionValue(scene, type) }));
	const interaction = scene.state.interactions.command({
		channelId: scene.random.pick(channels),
		userId: scene.somebody(),
		command: { id: commandId(world, spec), name: spec.name, type: 1 },
		options,
	});
	answerLater(scene, interaction.id, spec.ephemeral);
	return true;
};

/** Discord's option types: 6 is a user, 4 a whole number, 5 yes or no. */
function optionValue(scene: Scene, type: number): string | number | boolean {
	if (type === 6) return scene.somebody();
	if (type === 4) return scene.random.int(1, 100);
	if (type === 5) return scene.random.chance(0.5);
	return scene.words("");
}

function answerLater(scene: Scene, interactionId: string, ephemeral: boolean): void {
	const { state, guildId } = scene;
	const channelId = scene.guild.interactions.at(-1)?.channelId ?? "";
	scene.later(scene.random.int(10, 900), () => {
		if (!scene.guild.channels.has(channelId)) return;
		const answer = state.interactions.respond(guildId, interactionId, scene.words(channelId), ephemeral);
		if (answer) scene.remember(answer);
	});
}

/** Somebody presses a button under one of the bot's messages. */
export const press: Act = (scene) => {
	const message = scene.recent(({ fields }) => fields.author.id === scene.state.botId);
	if (!message || !scene.guild.channels.has(message.fields.channel_id)) return false;
	const { channel_id: channelId, id: messageId } = message.fields;
	const customId = scene.random.pick(["page:next", "page:back", "close"]);
	const userId = scene.somebody();
	scene.state.interactions.component({ channelId, userId, messageId, customId });
	return true;
};

/** Somebody sends a dialog. */
export const dialog: Act = (scene) => {
	const channels = scene.channels(0);
	if (channels.length === 0) return false;
	const channelId = scene.random.pick(channels);
	const values = { subject: scene.words(channelId), text: scene.words(channelId, true) };
	scene.state.interactions.dialog({ channelId, userId: scene.somebody(), customId: "ticket", values });
	return true;
};
