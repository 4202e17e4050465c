-- What the secure zone counts with: holidays, closing days, terms and tariffs. All of it dated. Of
-- several rows that hold on a day, the one that begins last decides, and of these the newest: rows
-- are added and never changed.

-- Legal holidays. `rule` is a day of every year ('07-21') or days after Easter Sunday ('easter+39').
CREATE TABLE holiday (
    code        TEXT NOT NULL,
    rule        TEXT NOT NULL,
    name_nl     TEXT NOT NULL,
    name_fr     TEXT NOT NULL,
    name_de     TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
    source      TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
) {{strict}};

-- A day on which a company is closed, or the issuer (organisation_id absent). Opened again: it
-- counts no more.
CREATE TABLE closing_day (
    id              {{id}},
    organisation_id {{int}} REFERENCES organisation (id),
    day             TEXT NOT NULL,
    reason          TEXT NOT NULL,
    opened_at       TEXT NOT NULL,
    operation_id    {{int}} NOT NULL REFERENCES operation (id)
) {{strict}};
CREATE UNIQUE INDEX closing_day_live ON closing_day (coalesce(organisation_id, 0), day)
    WHERE opened_at = '';

-- Terms, by the day on which they begin to run. '' stands for either.
CREATE TABLE zone_term (
    id           {{id}},
    kind         TEXT NOT NULL,
    region       TEXT NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
    entered_by   TEXT NOT NULL CHECK (entered_by IN ('', 'worker', 'company')),
    channel      TEXT NOT NULL CHECK (channel IN ('', 'online', 'other')),
    length       {{int}} NOT NULL CHECK (length BETWEEN 1 AND 999),
    unit         TEXT NOT NULL CHECK (unit IN ('working-days', 'calendar-days', 'months')),
    valid_from   TEXT NOT NULL,
    valid_until  TEXT NOT NULL CHECK (valid_until >= valid_from),
    source       TEXT NOT NULL,
    operation_id {{int}} REFERENCES operation (id)
) {{strict}};
CREATE INDEX zone_term_kind ON zone_term (kind, region, valid_from);

-- Amounts in cents (kind vat: hundredths of a percent). `basis` is the day that decides: of the
-- voucher's issue, the service, the issuance or the pickup. What is handed in after hand_in_until
-- ('' none) does not get it. Region '' is each.
CREATE TABLE tariff (
    id            {{id}},
    kind          TEXT NOT NULL CHECK (kind IN ('exchange', 'supplement', 'pickup', 'vat')),
    region        TEXT NOT NULL CHECK (region IN ('', 'flanders', 'wallonia', 'brussels')),
    basis         TEXT NOT NULL CHECK (basis IN ('issue', 'service', 'issuance', 'pickup')),
    amount        {{int}} NOT NULL CHECK (amount BETWEEN 1 AND 99999999),
    valid_from    TEXT NOT NULL,
    valid_until   TEXT NOT NULL CHECK (valid_until >= valid_from),
    hand_in_until TEXT NOT NULL,
    source        TEXT NOT NULL,
    operation_id  {{int}} REFERENCES operation (id)
) {{strict}};
CREATE INDEX tariff_kind ON tariff (kind, region, valid_from);

INSERT INTO holiday (code, rule, name_nl, name_fr, name_de, name_en, valid_from, valid_until, source) VALUES
    ('new-year', '01-01', 'Nieuwjaar', 'Nouvel An', 'Neujahr', 'New Year', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('easter-monday', 'easter+1', 'Paasmaandag', 'Lundi de Pâques', 'Ostermontag', 'Easter Monday', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('labour', '05-01', 'Dag van de arbeid', 'Fête du travail', 'Tag der Arbeit', 'Labour Day', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('ascension', 'easter+39', 'Onze-Lieve-Heer-Hemelvaart', 'Ascension', 'Christi Himmelfahrt', 'Ascension Day', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('whit-monday', 'easter+50', 'Pinkstermaandag', 'Lundi de Pentecôte', 'Pfingstmontag', 'Whit Monday', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('national', '07-21', 'Nationale feestdag', 'Fête nationale', 'Nationalfeiertag', 'National Day', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('assumption', '08-15', 'Onze-Lieve-Vrouw-Hemelvaart', 'Assomption', 'Mariä Himmelfahrt', 'Assumption Day', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('all-saints', '11-01', 'Allerheiligen', 'Toussaint', 'Allerheiligen', 'All Saints', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('armistice', '11-11', 'Wapenstilstand', 'Armistice', 'Waffenstillstand', 'Armistice Day', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen'),
    ('christmas', '12-25', 'Kerstmis', 'Noël', 'Weihnachten', 'Christmas', '1800-01-01', '9999-12-31', 'werk.belgie.be, wettelijke feestdagen');

-- validate: the company, from the registration. confirm: the user, from the company's validation.
INSERT INTO zone_term (kind, region, entered_by, channel, length, unit, valid_from, valid_until, source) VALUES
    ('validate', 'brussels', 'company', '', 5, 'calendar-days', '2016-12-01', '2020-10-28', 'dienstencheque-sodexo.be, 30/11/2016'),
    ('validate', 'wallonia', 'company', '', 5, 'calendar-days', '2016-12-01', '2020-10-28', 'dienstencheque-sodexo.be, 30/11/2016'),
    ('confirm', 'brussels', 'company', '', 60, 'calendar-days', '2016-12-01', '2020-10-28', 'dienstencheque-sodexo.be, 30/11/2016'),
    ('confirm', 'wallonia', 'company', '', 60, 'calendar-days', '2016-12-01', '2020-10-28', 'dienstencheque-sodexo.be, 30/11/2016'),
    ('validate', 'flanders', '', '', 5, 'working-days', '2020-10-29', '2025-05-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('validate', 'brussels', '', '', 5, 'working-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('validate', 'wallonia', '', '', 5, 'working-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('confirm', 'flanders', '', '', 4, 'working-days', '2020-10-29', '2025-05-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('confirm', 'brussels', 'worker', '', 4, 'working-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('confirm', 'wallonia', 'worker', '', 4, 'working-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('confirm', 'brussels', 'company', '', 60, 'calendar-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('confirm', 'wallonia', 'company', '', 60, 'calendar-days', '2020-10-29', '9999-12-31', 'dienstleistungsschecks.wallonie.be, Fristen'),
    ('validate', 'flanders', '', '', 5, 'working-days', '2025-06-01', '9999-12-31', 'titres-services.flandre.be, délais de validation'),
    ('confirm', 'flanders', '', 'online', 5, 'working-days', '2025-06-01', '9999-12-31', 'titres-services.flandre.be, délais de validation'),
    ('confirm', 'flanders', '', 'other', 10, 'working-days', '2025-06-01', '9999-12-31', 'comforthome.be, validatie van prestaties'),
    ('correct', 'flanders', '', '', 30, 'calendar-days', '2016-07-01', '9999-12-31', 'dienstencheque-sodexo.be, 28/03/2017'),
    ('correct', 'brussels', '', '', 30, 'calendar-days', '2020-10-29', '9999-12-31', 'choice of this project, as in Flanders: no source'),
    ('correct', 'wallonia', '', '', 30, 'calendar-days', '2020-10-29', '9999-12-31', 'choice of this project, as in Flanders: no source'),
    ('reimburse-paper', 'flanders', '', '', 3, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016'),
    ('reimburse-paper', 'brussels', '', '', 6, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016'),
    ('reimburse-paper', 'wallonia', '', '', 10, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016'),
    ('reimburse-electronic', 'flanders', '', '', 1, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016'),
    ('reimburse-electronic', 'brussels', '', '', 5, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016'),
    ('reimburse-electronic', 'wallonia', '', '', 10, 'working-days', '2016-06-07', '9999-12-31', 'parlement-wallonie.be, question of 07/06/2016');

-- voucher: until the last day of that month after the month of issue. hand-in: so many months more
-- for the company. service-age: how long before its issue a voucher may pay for a service.
-- Wallonia, issued 2021 and 2022: extended once more, but no source says how long; no row.
INSERT INTO zone_term (kind, region, entered_by, channel, length, unit, valid_from, valid_until, source) VALUES
    ('voucher', 'flanders', '', '', 8, 'months', '2014-01-01', '2019-02-28', 'werk.be, geldigheidsduur'),
    ('voucher', 'flanders', '', '', 12, 'months', '2019-03-01', '9999-12-31', 'vrt.be, 15/02/2019'),
    ('voucher', 'brussels', '', '', 8, 'months', '2014-01-01', '2017-02-28', 'werk.be, geldigheidsduur'),
    ('voucher', 'brussels', '', '', 6, 'months', '2017-03-01', '9999-12-31', 'dienstencheque-sodexo.be, 07/03/2017'),
    ('voucher', 'brussels', '', '', 9, 'months', '2019-09-01', '2020-03-31', 'levif.be, March 2020: three months more for vouchers in force'),
    ('voucher', 'wallonia', '', '', 8, 'months', '2014-01-01', '2020-12-31', 'werk.be, geldigheidsduur'),
    ('voucher', 'wallonia', '', '', 11, 'months', '2019-07-01', '2020-05-31', 'dienstleistungsschecks.wallonie.be, Verlängerung'),
    ('voucher', 'wallonia', '', '', 10, 'months', '2020-06-01', '2020-06-30', 'dienstleistungsschecks.wallonie.be, Verlängerung'),
    ('voucher', 'wallonia', '', '', 9, 'months', '2020-07-01', '2020-07-31', 'dienstleistungsschecks.wallonie.be, Verlängerung'),
    ('voucher', 'wallonia', '', '', 8, 'months', '2020-08-01', '2020-12-31', 'werk.be, geldigheidsduur'),
    ('voucher', 'wallonia', '', '', 8, 'months', '2023-01-01', '9999-12-31', 'belgium-times.be, March 2025'),
    ('hand-in', 'flanders', '', '', 1, 'months', '2014-01-01', '9999-12-31', 'titres-services-onem.be, FAQ'),
    ('hand-in', 'brussels', '', '', 1, 'months', '2014-01-01', '9999-12-31', 'titres-services-onem.be, FAQ'),
    ('hand-in', 'wallonia', '', '', 1, 'months', '2014-01-01', '9999-12-31', 'titres-services-onem.be, FAQ'),
    ('service-age', 'flanders', '', '', 12, 'months', '2016-04-01', '9999-12-31', 'dienstencheque-sodexo.be, 21/04/2016');

-- Where a source tells an amount of a month and no end, the row holds for that month alone.
INSERT INTO tariff (kind, region, basis, amount, valid_from, valid_until, hand_in_until, source) VALUES
    ('exchange', 'flanders', 'service', 2204, '2014-01-01', '2015-12-31', '', 'rtbf.be, history of the exchange value'),
    ('exchange', 'wallonia', 'service', 2204, '2014-01-01', '2015-12-31', '', 'rtbf.be, history of the exchange value'),
    ('exchange', 'brussels', 'service', 2204, '2014-01-01', '2015-12-31', '', 'rtbf.be, history of the exchange value'),
    ('exchange', 'brussels', 'service', 2360, '2020-03-18', '2020-06-30', '', 'legalworld.wolterskluwer.be, Brussels, spring 2020'),
    ('supplement', 'brussels', 'service', 200, '2020-03-18', '2020-06-30', '2020-09-15', 'legalworld.wolterskluwer.be, Brussels, spring 2020'),
    ('exchange', 'wallonia', 'service', 2533, '2022-04-01', '2022-04-30', '', 'rtbf.be, April 2022'),
    ('exchange', 'brussels', 'service', 2659, '2022-10-01', '2022-10-31', '', 'hbvl.be, 21/10/2022'),
    ('supplement', 'flanders', 'service', 320, '2023-10-01', '2023-11-30', '2024-03-31', 'dienstencheques.vlaanderen.be, bijkomende financiële ondersteuning'),
    ('exchange', 'flanders', 'service', 2752, '2024-01-01', '2024-01-31', '', 'trends.knack.be, January 2024'),
    ('pickup', 'flanders', 'pickup', 1800, '2024-03-01', '9999-12-31', '', 'dienstencheques.vlaanderen.be, ophalingen, conditions of 01/03/2024'),
    ('vat', '', 'pickup', 2100, '1996-01-01', '9999-12-31', '', 'standard rate (Royal Decree no. 20 of 20/07/1970)');
