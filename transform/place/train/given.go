package main

// givenByHand are frequent first names of many countries.
const givenByHand = `
Abraham Theodore Franklin Luther Susan Isaac Casey Wade Melton Chad Jake Luke Evan Cody Dustin Derek Brett Joel Neil Ian Graham Trevor Nigel Simon Gavin Stuart Colin Malcolm Duncan Angus Fergus
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin
Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander
Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy Christian Keith Roger Terry
Gerald Harold Sean Austin Carl Arthur Lawrence Dylan Jesse Jordan Bryan Billy Joe Bruce Gabriel Logan Albert Willie Alan Juan Wayne Elijah Randy Roy Vincent
Ralph Eugene Russell Bobby Mason Philip Louis Harry Johnny Howard Fred Martin Craig Stanley Shawn Travis Bradley Leonard Earl Jimmy Francis Todd Ernest Tony
Glenn Allen Luis Norman Marvin Curtis Rodney Dale Leroy Marcus Theodore Clifford Barry Bernard Leon Tom Jim Bob Bill Mike Dan Ken Steve Dave Greg Jeff Rick
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda
Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine
Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea
Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn
Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Paris Chelsea Brooklyn Savannah Sydney Kate Anne Jane Rose Ellen
Mohammed Muhammad Mohamed Mohammad Ahmed Ahmad Ali Hassan Hussein Hussain Ibrahim Abdullah Abdul Omar Khalid Mustafa Mahmoud Yusuf Youssef Yasser Salman
Bashar Saddam Osama Ayman Tariq Nouri Haider Hamid Karim Mehmet Recep Abdel Nasser Fatima Aisha Zainab Rami Samir Walid Saeed Said Bilal Imran Nawaz Asif
Benazir Pervez Narendra Rahul Sonia Rajiv Sanjay Anil Vijay Amit Ravi Manmohan Vladimir Dmitry Sergei Sergey Alexei Igor Oleg Boris Mikhail Nikolai Yuri Viktor
Volodymyr Petro Yulia Olena Oleksandr Andriy Serhiy Angela Gerhard Helmut Jacques Nicolas Francois François Emmanuel Jean Pierre Philippe Laurent Silvio Mario Matteo
Giorgia Giuseppe Carlos Jorge Fidel Raul Hugo Nicolas Evo Luiz Dilma Jair Felipe Enrique Vicente Alvaro Fernando Pedro Pablo Miguel Diego Javier Alejandro
Xi Li Wen Hu Jiang Deng Mao Kim Park Moon Lee Shinzo Junichiro Taro Yukio Naoto Nelson Thabo Jacob Robert Morgan Paul Yoweri Joseph Laurent Uhuru Raila
Mwai Daniel Goodluck Olusegun Umaru Muhammadu Kofi Ban Boutros Antonio Tony Gordon Margaret Winston Benjamin Ariel Ehud Shimon Yitzhak Golda Mahmoud Yasser
Barack Hillary Bill Ronald Jimmy Gerald Lyndon Dwight Condoleezza Colin Dick Nancy Mitch Harry Sarah Mitt Joe Kamala Mike Donald Melania Ivanka Chuck`
