package place

// chooseWeights, firstWeights and secondWeights are learned: see train.
var chooseWeights = chooseVector{
	cMagnitude: 4, cCountry: 4, cAdmin1: 1, cAdmin2: -1, cCapital: 2, cSeat1: 1, cInside: 6, cOutside: -4, cAlternate: -3, cLoose: -3,
	cHintAdmin: 2, cHintCity: 1, cHintWrong: -2, cDemonym: 3, cShareCountry: 3, cShareAdmin: 3, cNamedCountry: 1, cNamedAdmin: 1, cNear: 2, cNearMean: 2,
	cLineCountry: 1, cLineAdmin: 1, cLineNear: 1, cSection: -1,
}

var firstWeights = recogniseVector{rBias: -1, rEntLoc: 2, rLocative: 1.5, rContainer: 3, rContains: 2, rCountry: 2, rAdmin: 2, rHint: 1, rGivenBefore: -3, rTitle: -3, rSurname: -2,
	rCommon: -2, rCommonInitial: -2, rNextRoad: -2, rNextOrg: -1, rEntPer: -1, rNotName: -1, rPrevName: -1, rNextName: -1, rAbbreviated: 3, rMagnitude: 1}

var secondWeights = firstWeights
