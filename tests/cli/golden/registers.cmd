# Registers from files, what they say, and what is made of it.
store init --fields schema
register status
file extract/meta.csv
  "Variable","Value"
  "SnapshotDate","01-11-2026"
  "ExtractTimestamp","02-11-2026 04:00:00"
  "ExtractType","full"
  "ExtractNumber","140"
  "Version","1.0.0"
file extract/code.csv
  Category,Code,Language,Description
  "JuridicalForm","610","NL","Besloten Vennootschap"
  "JuridicalForm","610","FR","Société à responsabilité limitée"
  "Status","AC","NL","Actief"
  "TypeOfDenomination","001","NL","Maatschappelijke naam"
  "Nace2008","88109","NL","Andere vormen van maatschappelijke dienstverlening"
file extract/enterprise.csv
  EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,StartDate
  "0400.008.697","AC","000","2","610",,"29-02-2004"
  "0566.988.259","ST","012","2","610",,"15-10-2014"
file extract/establishment.csv
  EstablishmentNumber,StartDate,EnterpriseNumber
  "2.147.812.701","01-01-2005","0400.008.697"
file extract/branch.csv
  Id,StartDate,EnterpriseNumber
file extract/denomination.csv
  EntityNumber,Language,TypeOfDenomination,Denomination
  "0400.008.697","1","001","Aide Ménagère ""Chez Nous"""
  "0400.008.697","2","001","Poetshulp Aalst"
  "0566.988.259","0","001","Gestopt"
file extract/address.csv
  EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,MunicipalityFR,StreetNL,StreetFR,HouseNumber,Box,ExtraAddressInfo,DateStrikingOff
  "0400.008.697","REGO",,,"9300","Aalst","Alost","Kerkstraat","Rue de l'Eglise","12","3",,
  "2.147.812.701","BAET",,,"9300","Aalst","Alost","Markt","Grand-Place","1","",,
file extract/activity.csv
  EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification
  "0400.008.697","001","2008","88109","MAIN"
file extract/contact.csv
  EntityNumber,EntityContact,ContactType,Value
  "0400.008.697","ENT","WEB","www.example.be"
register import --kbo extract
register import --kbo extract --fields register,extract -o csv
register import
register import --kbo nowhere
register status
register status -o json
register show 0400.008.697
register show 2.147.812.701 -o json
register show 0403.019.261
register search poets
register search 'chez menagere' --anywhere -o csv
kruispuntbank search gestopt
org add --number 0400.008.697
org add --number 0566.988.259
org add --number 0403.019.261
site add --org 0400.008.697 --number 2147812701
file persons.csv
  insz;naam;voornaam;taal
  85.07.30-033.28;Maes;Lucas;fr
register import --persons persons.csv
person add --number 85.07.30-033.28 --email lucas@example.be
person add --number 85.07.30-033.28 --first-name Luc
person update p-1 --first-name Luc
person add --number 93.05.18-223.61
register show 85073003328
register show p-1 --reveal --fields number,name
register consultations --person p-1
file bad.csv
  number,last_name,first_name
  85.07.30-033.29,Maes,Lucas
register import --persons bad.csv
file functions.csv
  enterprise,person,function,from
  0400.008.697,85.07.30-033.28,zaakvoerder,2020-01-01
register import --functions functions.csv
audit list --fields action,actor
audit verify
store check
config set register.person.url http://register.example.be/
config set register.person.url https://register.example.be/persons
config set register.person.keep 2d
config set language fr
config set language xx
config list --fields key,value
show config/dcadmin/config.toml
register show 0400.008.697 --fields name,form
