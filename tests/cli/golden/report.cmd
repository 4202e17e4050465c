# The state of an organisation as a page: with names that a page must not take for its own words.
store init --demo --fields persons,relations,grants
org add --number 0566988259 --name 'Poets & <b>Hulp</b> VZW'
site add --org 0566988259 --number 2147812701 --name 'Gent "Zuid"'
right add --code prestaties-inkijken --title-nl 'Prestaties inkijken' --audience EA --context site
relation add --person p-1 --org 0566988259 --category 'vaste medewerker' --email an@example.be --phone 0470123456 --from 2026-01-01 --until 2028-12-31
grant add --person p-1 --org 0566988259 --right prestaties-inkijken --site 2147812701 --until 2026-12-10
company update --org 0566988259 --accreditation W12345 --activity 'household|ironing' --from 2020-01-01 --reason erkenning
worker add --org 0566988259 --region wallonia --number 85.07.30-033.28 --first-name Zoë --last-name "D'Hondt" --reason nieuw
report --html - --org 0566988259
report --html - --org 0566988259 --within 7d --at 2026-01-01
