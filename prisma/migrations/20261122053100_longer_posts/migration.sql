-- The longest post that Discord takes: 8,000 characters of text in UTF-8 are 24 KB, the addresses of ten embeds 100 KB, and
-- the choices of five menus as much again.

ALTER TABLE discord_orders
	DROP CONSTRAINT discord_orders_payload_size,
	ADD CONSTRAINT discord_orders_payload_size CHECK (octet_length(payload::text) <= 262144);
