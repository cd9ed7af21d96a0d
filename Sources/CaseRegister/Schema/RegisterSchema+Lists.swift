extension RegisterSchema {
    /// Schema 2, for 100,000 cases: what the queue filters by lies together in the queue's order, and
    /// what was last asked for lies apart from all that was ever asked for.
    static let lists = """
        CREATE INDEX cases_queue ON cases (since, number, state, area, reviewer, search);
        CREATE INDEX cases_state ON cases (state);

        CREATE TABLE asked (
            number INTEGER NOT NULL REFERENCES cases (number),
            item INTEGER NOT NULL,
            material TEXT NOT NULL,
            picture INTEGER,
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (number, item)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO asked
            SELECT number, item, material, picture, reason, note FROM returned_items AS items
            WHERE place = (SELECT max(place) FROM returned_items WHERE number = items.number);
        CREATE INDEX asked_material ON asked (material, number);
        CREATE INDEX asked_reason ON asked (reason, number);

        """

    /// Schema 2 as well: figures are counted as events come in; events stay, so the sums hold.
    static let figures = """
        CREATE TABLE tallies (
            day INTEGER NOT NULL,
            reviewer TEXT NOT NULL,
            action TEXT NOT NULL,
            is_first INTEGER NOT NULL,
            events INTEGER NOT NULL,
            PRIMARY KEY (day, reviewer, action, is_first)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tallies
            SELECT day, coalesce(reviewer, ''), action, coalesce(revision = 1, 0), count(*)
            FROM events GROUP BY 1, 2, 3, 4;
        CREATE TRIGGER events_tally AFTER INSERT ON events
        BEGIN
            INSERT INTO tallies VALUES (
                NEW.day, coalesce(NEW.reviewer, ''), NEW.action, coalesce(NEW.revision = 1, 0), 1)
            ON CONFLICT DO UPDATE SET events = events + 1;
        END;
        CREATE INDEX events_waited ON events (waited) WHERE waited IS NOT NULL;

        CREATE TABLE reason_tallies (
            reason TEXT PRIMARY KEY,
            items INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reason_tallies SELECT reason, count(*) FROM returned_items GROUP BY reason;
        CREATE TRIGGER returned_items_tally AFTER INSERT ON returned_items
        BEGIN
            INSERT INTO reason_tallies VALUES (NEW.reason, 1)
            ON CONFLICT DO UPDATE SET items = items + 1;
        END;

        """
}
