# Accreditations of companies.
store init --fields schema
org add --number 0566988259 --name Poetshulp --quiet --fields number
org add --number 0777999980 --name 'Crèche é co' --quiet --fields number
company update --org 0566988259 --accreditation 'v 12.345' --activity 'household|ironing' --from 2020-01-01 --reason besluit
onderneming update --org 0566988259 --accreditation B54321 --until 2026-12-31 --fields region,accreditation,activities,until,state
company update --org 0566988259 --accreditation B54321 --until 2026-12-31 --fields accreditation
company update --org 0777999980 --accreditation V12345
company update --org 0777999980 --accreditation X12345
file companies.csv
  ondernemingsnummer;erkenning;activiteit;begindatum;einddatum
  0777.999.980;W4321;transport;01/01/2021;
  0777999980;V4321;poetsen;01/01/2021;
  0777999980;V4321;household;01/01/2021;31/12/2020
company update --file companies.csv --skip-invalid
show companies.outcome.csv
company show
company show --org 0566988259 --state active -o json
company show --at 2027-01-01 --state ended -o csv
store check
audit verify
