using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

internal sealed partial class LiveStatements
{
    /// <summary>
    /// A face nobody spoke of has a name only through its base group's id: that id was named, or merged with somebody named.
    /// </summary>
    private void CheckNames()
    {
        var named = _live.Where(row => row is { Kind: Named, Payload.Name: not null }).ToList();
        foreach (var face in _model.State.Faces.Where(f => !_now.Placed.Contains(f.Id)))
        {
            if (_now.PersonOfFace(face.Id) is not { Name: { } name })
                continue;
            var group = _model.State.BasePersons[face.Id];
            Assert.Equal(group, _now.UnitOf[face.Id]);
            Assert.Contains(named, row => row.Payload.Name == name && AreJoined(row.PersonIds[0], group));
        }
    }
}
